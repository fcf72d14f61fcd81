package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kunan.kernel.InputException;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.enumerated.NodeClass;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseResult;
import org.eclipse.milo.opcua.stack.core.types.structured.ReadValueId;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.jspecify.annotations.Nullable;

/** Browses a server over a session of its own. */
final class NodeBrowser implements ServerBrowser {
  /** A plant with more variables than this below one folder is imported in parts. */
  private static final int LARGEST_IMPORT = 50_000;

  private static final int PER_ROUND = 500;

  private final OpcUaLine line;
  private final OpcUaClient client;
  private final ServerCalls calls;
  private final VariableDetails details;

  private NodeBrowser(OpcUaLine line) {
    this.line = line;
    this.client = line.client();
    this.calls = new ServerCalls(client);
    this.details = new VariableDetails(client);
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
    NodeId parent = nodeId == null ? NodeIds.ObjectsFolder : resolve(nodeId);
    try {
      return describe(browse(List.of(new Place(parent, List.of()))));
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
    for (Found named : named(nodeIds)) {
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
      for (Found child : browse(round)) {
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

  /** A folder and the names that led to it. */
  private record Place(NodeId id, List<String> path) {}

  /** A child found by browsing. */
  record Found(
      NodeId id, String browseName, String displayName, List<String> path, boolean variable) {}

  private List<Found> browse(List<Place> parents) throws UaException {
    List<BrowseResult> results =
        calls.browse(parents.stream().map(place -> childrenOf(place.id())).toList());
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < parents.size(); i++) {
      Place parent = parents.get(i);
      BrowseResult result = results.get(i);
      if (result.getStatusCode().isBad()) {
        throw new UaException(result.getStatusCode());
      }
      collect(parent, result.getReferences(), found);
      ByteString more = result.getContinuationPoint();
      while (more != null && more.isNotNull() && more.length() > 0) {
        BrowseResult next = client.browseNext(false, List.of(more)).getResults()[0];
        collect(parent, next.getReferences(), found);
        more = next.getContinuationPoint();
      }
    }
    return found;
  }

  private void collect(
      Place parent, ReferenceDescription @Nullable [] references, List<Found> found) {
    if (references == null) {
      return;
    }
    for (ReferenceDescription reference : references) {
      NodeId id = reference.getNodeId().toNodeId(client.getNamespaceTable()).orElse(null);
      if (id == null) {
        continue; // a node of another server
      }
      String name = String.valueOf(reference.getBrowseName().name());
      List<String> path = new ArrayList<>(parent.path());
      path.add(name);
      found.add(
          new Found(
              id,
              name,
              text(reference.getDisplayName(), name),
              path,
              reference.getNodeClass() == NodeClass.Variable));
    }
  }

  private static BrowseDescription childrenOf(NodeId node) {
    return new BrowseDescription(
        node,
        BrowseDirection.Forward,
        NodeIds.HierarchicalReferences,
        true,
        uint(NodeClass.Object.getValue() | NodeClass.Variable.getValue()),
        uint(BrowseResultMask.All.getValue()));
  }

  /** The nodes that a person named, with name and class read from the server. */
  private List<Found> named(List<String> nodeIds) throws UaException {
    List<NodeId> ids = nodeIds.stream().map(this::resolve).toList();
    List<ReadValueId> reads = new ArrayList<>();
    for (NodeId id : ids) {
      for (AttributeId attribute :
          List.of(AttributeId.NodeClass, AttributeId.BrowseName, AttributeId.DisplayName)) {
        reads.add(ServerCalls.attribute(id, attribute));
      }
    }
    List<DataValue> values = calls.attributes(reads);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      if (!(values.get(3 * i).value().value() instanceof Integer nodeClass)) {
        throw new InputException(
            "nodes", nodeIds.get(i) + " is not on the server", "browse again from the top");
      }
      String name =
          values.get(3 * i + 1).value().value() instanceof QualifiedName told
              ? String.valueOf(told.name())
              : nodeIds.get(i);
      String display =
          values.get(3 * i + 2).value().value() instanceof LocalizedText told
              ? text(told, name)
              : name;
      found.add(
          new Found(
              ids.get(i),
              name,
              display,
              List.of(name),
              nodeClass == NodeClass.Variable.getValue()));
    }
    return found;
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
              NodeNames.toText(each.id(), client.getNamespaceTable()),
              each.browseName(),
              each.displayName(),
              each.path(),
              each.variable(),
              about.dataType(),
              about.unit(),
              about.low(),
              about.high(),
              about.states(),
              about.refusal()));
    }
    return described;
  }

  private NodeId resolve(String nodeId) {
    return NodeNames.find(nodeId, client.getNamespaceTable())
        .orElseThrow(
            () ->
                new InputException(
                    "node",
                    "“%s” is not a node id of this server".formatted(nodeId),
                    "write it as nsu=<namespace URI>;s=<name> or ns=<index>;i=<number>"));
  }

  private static String text(@Nullable LocalizedText text, String otherwise) {
    return text == null || text.text() == null || text.text().isEmpty() ? otherwise : text.text();
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
