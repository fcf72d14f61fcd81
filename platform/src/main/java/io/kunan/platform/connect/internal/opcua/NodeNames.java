package io.kunan.platform.connect.internal.opcua;

import java.util.Optional;
import org.eclipse.milo.opcua.stack.core.NamespaceTable;
import org.eclipse.milo.opcua.stack.core.UaRuntimeException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * Node ids as Kunan keeps them: with the URI of the namespace, since a server may number its
 * namespaces anew at every start.
 */
final class NodeNames {
  private NodeNames() {}

  /** The node id to keep. */
  static String toText(NodeId node, NamespaceTable namespaces) {
    return node.expanded().absolute(namespaces).orElse(node.expanded()).toParseableString();
  }

  /**
   * The node id to send to this server; empty when malformed or of a namespace it does not have.
   */
  static Optional<NodeId> find(String text, NamespaceTable namespaces) {
    try {
      return ExpandedNodeId.parse(text).toNodeId(namespaces);
    } catch (UaRuntimeException e) {
      return Optional.empty();
    }
  }
}
