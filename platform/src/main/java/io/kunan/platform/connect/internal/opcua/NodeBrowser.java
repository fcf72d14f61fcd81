package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.InputException;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerNode;
import io.kunan.platform.connect.internal.opcua.NodeTree.Found;
import io.kunan.platform.connect.internal.opcua.NodeTree.Place;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.jspecify.annotations.Nullable;

/** Browses a server over a session of its own. */
final class NodeBrowser implements ServerBrowser {
  /** A plant with more variables than this below one folder is imported in parts. */
  private static final int LARGEST_IMPORT = 50_000;

  private static final int PER_ROUND = 500;

  private final OpcUaLine line;
  private final NodeTree tree;
  private final VariableDetails details;

  private NodeBrowser(OpcUaLine line) {
    this.line = line;
    this.tree = new NodeTree(line.client());
    this.details = new VariableDetails(line.client());
  }

  static NodeBrowser open(LineOpener opener, OpcUaEndpoint endpoint) {
    try {
      return new NodeBrowser(opener.open(endpoint, () -> {}));
    } catch (UaException | IOException e) {
      throw unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(e);
    }
  }

  @Override
  public List<ServerNode> children(@Nullable String nodeId) {
    NodeId parent = nodeId == null ? NodeIds.ObjectsFolder : tree.resolve(nodeId);
    try {
      return describe(tree.children(List.of(new Place(parent, List.of()))));
    } catch (UaException e) {
      throw new InputException("node", Refusals.explain(e), "browse again from the top", e);
    }
  }

  @Override
  public List<ServerNode> variables(
      List<String> nodeIds, boolean recursive, Predicate<Integer> goOn) {
    try {
      return walk(nodeIds, recursive, goOn);
    } catch (UaException e) {
      throw new InputException("nodes", Refusals.explain(e), "browse again from the top", e);
    }
  }

  private List<ServerNode> walk(List<String> nodeIds, boolean recursive, Predicate<Integer> goOn)
      throws UaException {
    List<Found> variables = new ArrayList<>();
    Deque<Place> folders = new ArrayDeque<>();
    Set<NodeId> seen = new HashSet<>();
    for (Found named : tree.named(nodeIds)) {
      if (!seen.add(named.id())) {
        continue;
      }
      if (named.variable()) {
        variables.add(named);
      } else {
        folders.add(new Place(named.id(), named.path()));
      }
    }
    while (!folders.isEmpty() && goOn.test(variables.size())) {
      List<Place> round = new ArrayList<>();
      while (!folders.isEmpty() && round.size() < PER_ROUND) {
        round.add(folders.remove());
      }
      for (Found child : tree.children(round)) {
        if (!seen.add(child.id())) {
          continue;
        }
        if (child.variable()) {
          variables.add(child);
        } else if (recursive) {
          folders.add(new Place(child.id(), child.path()));
        }
      }
      if (variables.size() > LARGEST_IMPORT) {
        throw new InputException(
            "nodes",
            "more than %,d variables lie below".formatted(LARGEST_IMPORT),
            "import smaller folders one after another");
      }
    }
    return describe(variables);
  }

  private List<ServerNode> describe(List<Found> found) throws UaException {
    List<ServerNode> described = new ArrayList<>(found.size());
    List<Found> variables = found.stream().filter(Found::variable).toList();
    List<VariableDetails.Details> told = details.read(variables.stream().map(Found::id).toList());
    int next = 0;
    for (Found each : found) {
      VariableDetails.Details about =
          each.variable() ? told.get(next++) : VariableDetails.Details.FOLDER;
      described.add(
          new ServerNode(
              NodeNames.toText(each.id(), line.client().getNamespaceTable()),
              each.browseName(),
              each.displayName(),
              each.path(),
              each.variable(),
              about.dataType(),
              about.unit(),
              about.low(),
              about.high(),
              about.states(),
              null,
              about.refusal()));
    }
    return described;
  }

  private static InputException unreachable(Exception e) {
    return new InputException(
        "endpoint", Refusals.explain(e), "test the connection and mend what it says", e);
  }

  @Override
  public void close() {
    line.close();
  }
}
