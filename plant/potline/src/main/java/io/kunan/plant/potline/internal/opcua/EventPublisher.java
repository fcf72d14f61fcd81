package io.kunan.plant.potline.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;
import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ushort;

import io.kunan.kernel.Micros;
import io.kunan.plant.potline.PotEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.core.QualifiedProperty;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.model.objects.BaseEventTypeNode;
import org.eclipse.milo.opcua.sdk.server.model.objects.ServerTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaNodeContext;
import org.eclipse.milo.opcua.sdk.server.nodes.UaObjectTypeNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.UShort;

/**
 * Publishes what happens to the pots as OPC UA events of type {@code PotEventType} on the Server
 * node, when it begins and when it ends, and keeps the last of them in the String[] variable {@code
 * L2.RecentEvents} for a client that was away. The fields of an event besides those of
 * BaseEventType: Id, Kind, Pot, Start, End (null while it lasts), Attributes (JSON).
 */
final class EventPublisher {
  private static final int KEPT = 200;
  private static final int SEVERE = 700;
  private static final int ROUTINE = 100;

  private final OpcUaServer server;
  private final String namespaceUri;
  private final NodeId type;
  private final UaVariableNode recent;
  private final Deque<String> kept = new ArrayDeque<>();

  EventPublisher(
      UaNodeContext context,
      String namespaceUri,
      UShort namespace,
      UaFolderNode line,
      Consumer<UaNode> register) {
    this.server = context.getServer();
    this.namespaceUri = namespaceUri;
    type = new NodeId(namespace, "PotEventType");
    defineType(context, namespace, register);
    recent = recent(context, namespace, register);
    line.addComponent(recent);
    allowSubscription();
  }

  private void defineType(UaNodeContext context, UShort namespace, Consumer<UaNode> register) {
    UaObjectTypeNode node =
        UaObjectTypeNode.builder(context)
            .setNodeId(type)
            .setBrowseName(new QualifiedName(namespace, "PotEventType"))
            .setDisplayName(LocalizedText.english("PotEventType"))
            .setIsAbstract(false)
            .build();
    node.addReference(
        new Reference(
            type,
            NodeIds.HasSubtype,
            NodeIds.BaseEventType.expanded(),
            Reference.Direction.INVERSE));
    register.accept(node);
    field(context, namespace, node, "Id", NodeIds.String, register);
    field(context, namespace, node, "Kind", NodeIds.String, register);
    field(context, namespace, node, "Pot", NodeIds.Int32, register);
    field(context, namespace, node, "Start", NodeIds.UtcTime, register);
    field(context, namespace, node, "End", NodeIds.UtcTime, register);
    field(context, namespace, node, "Attributes", NodeIds.String, register);
    server
        .getObjectTypeManager()
        .registerObjectType(type, BaseEventTypeNode.class, BaseEventTypeNode::new);
  }

  private void field(
      UaNodeContext context,
      UShort namespace,
      UaObjectTypeNode owner,
      String key,
      NodeId dataType,
      Consumer<UaNode> register) {
    UaVariableNode node =
        UaVariableNode.build(
            context,
            b ->
                b.setNodeId(new NodeId(namespace, "PotEventType." + key))
                    .setBrowseName(new QualifiedName(namespace, key))
                    .setDisplayName(LocalizedText.english(key))
                    .setDataType(dataType)
                    .setTypeDefinition(NodeIds.PropertyType)
                    .setAccessLevel(AccessLevel.READ_ONLY)
                    .build());
    node.addReference(
        new Reference(
            node.getNodeId(),
            NodeIds.HasModellingRule,
            NodeIds.ModellingRule_Mandatory.expanded(),
            true));
    register.accept(node);
    owner.addReference(
        new Reference(owner.getNodeId(), NodeIds.HasProperty, node.getNodeId().expanded(), true));
  }

  private static UaVariableNode recent(
      UaNodeContext context, UShort namespace, Consumer<UaNode> register) {
    UaVariableNode node =
        UaVariableNode.build(
            context,
            b ->
                b.setNodeId(new NodeId(namespace, "L2.RecentEvents"))
                    .setBrowseName(new QualifiedName(namespace, "RecentEvents"))
                    .setDisplayName(LocalizedText.english("recent events, newest last, JSON"))
                    .setDataType(NodeIds.String)
                    .setValueRank(1)
                    .setTypeDefinition(NodeIds.BaseDataVariableType)
                    .setAccessLevel(AccessLevel.READ_ONLY)
                    .setUserAccessLevel(AccessLevel.READ_ONLY)
                    .setValue(new DataValue(new Variant(new String[0])))
                    .build());
    register.accept(node);
    return node;
  }

  private void allowSubscription() {
    server
        .getAddressSpaceManager()
        .getManagedNode(NodeIds.Server)
        .ifPresent(
            node -> {
              if (node instanceof ServerTypeNode itself) {
                itself.setEventNotifier(ubyte(1));
              }
            });
  }

  void publish(PotEvent event) throws UaException {
    kept.addLast(PotEventJson.write(event));
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    recent.setValue(new DataValue(new Variant(kept.toArray(String[]::new))));
    BaseEventTypeNode node =
        server.getEventFactory().createEvent(new NodeId(1, UUID.randomUUID()), type);
    try {
      fill(node, event);
      server.getEventNotifier().fire(node);
    } finally {
      node.delete();
    }
  }

  private void fill(BaseEventTypeNode node, PotEvent event) {
    Long end = event.endMicros();
    node.setBrowseName(new QualifiedName(1, event.kind().name()));
    node.setDisplayName(LocalizedText.english(event.kind().name()));
    String told = event.id() + (end == null ? "+" : "-");
    node.setEventId(ByteString.of(told.getBytes(StandardCharsets.UTF_8)));
    node.setEventType(type);
    node.setSourceNode(new NodeId(type.getNamespaceIndex(), event.asset()));
    node.setSourceName(event.asset());
    node.setTime(time(end == null ? event.startMicros() : end));
    node.setReceiveTime(DateTime.now());
    node.setMessage(
        LocalizedText.english(
            "%s %s %s".formatted(event.asset(), event.kind(), end == null ? "began" : "ended")));
    node.setSeverity(ushort(severe(event) ? SEVERE : ROUTINE));
    set(node, "Id", NodeIds.String, String.class, event.id());
    set(node, "Kind", NodeIds.String, String.class, event.kind().name());
    set(node, "Pot", NodeIds.Int32, Integer.class, event.pot());
    set(node, "Start", NodeIds.UtcTime, DateTime.class, time(event.startMicros()));
    if (end != null) {
      set(node, "End", NodeIds.UtcTime, DateTime.class, time(end));
    }
    set(node, "Attributes", NodeIds.String, String.class, PotEventJson.attributes(event));
  }

  private static boolean severe(PotEvent event) {
    return switch (event.kind()) {
      case ANODE_EFFECT, FEEDER_FAULT, COMMUNICATION_FAULT -> true;
      case ANODE_CHANGE, TAP, BATH_TAP -> false;
    };
  }

  private <T> void set(BaseEventTypeNode node, String key, NodeId type, Class<T> as, T value) {
    node.setProperty(new QualifiedProperty<>(namespaceUri, key, type.expanded(), -1, as), value);
  }

  private static DateTime time(long micros) {
    return new DateTime(Micros.toInstant(micros));
  }
}
