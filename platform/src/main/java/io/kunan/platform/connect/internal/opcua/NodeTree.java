package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;
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

/** The address space of a server as folders and variables. */
final class NodeTree {
  private final OpcUaClient client;
  private final ServerCalls calls;

  NodeTree(OpcUaClient client) {
    this.client = client;
    this.calls = new ServerCalls(client);
  }

  /** A folder and the names that led to it. */
  record Place(NodeId id, List<String> path) {}

  /** A child found by browsing. */
  record Found(
      NodeId id, String browseName, String displayName, List<String> path, boolean variable) {}

  /**
   * Objects and variables directly below some folders; their properties are no measurements and
   * left out.
   */
  List<Found> children(List<Place> parents) throws UaException {
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
      if (id == null || NodeIds.HasProperty.equals(reference.getReferenceTypeId())) {
        continue; // a node of another server, or what describes the parent
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
  List<Found> named(List<String> nodeIds) throws UaException {
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

  /** The node of an id as people and Kunan write it. */
  NodeId resolve(String nodeId) {
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
}
