package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kunan.platform.connect.PlantEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseDirection;
import org.eclipse.milo.opcua.stack.core.types.enumerated.BrowseResultMask;
import org.eclipse.milo.opcua.stack.core.types.structured.BrowseDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.ContentFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.EventFilter;
import org.eclipse.milo.opcua.stack.core.types.structured.ReferenceDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.SimpleAttributeOperand;
import org.jspecify.annotations.Nullable;

/**
 * Which fields the events of a server have, and what they mean here.
 *
 * <p>The event types that the server defines beside the standard's are found by browsing, with
 * their properties. Of these, Id names the happening (else the event id does), Kind the type (else
 * the name of the event type), Start and End its time (else it took no time); all others, and the
 * members of a JSON object in a field Attributes, become attributes.
 */
final class EventFields {
  private static final List<String> BASE =
      List.of("EventId", "EventType", "SourceNode", "SourceName", "Time", "Message", "Severity");

  private final OpcUaClient client;
  private final int connection;
  private final Map<NodeId, String> types = new HashMap<>();
  private final Map<QualifiedName, NodeId> fields = new LinkedHashMap<>();

  private EventFields(OpcUaClient client, int connection) {
    this.client = client;
    this.connection = connection;
  }

  /** Looks the server's event types up. */
  static EventFields discover(OpcUaClient client, int connection) throws UaException {
    EventFields found = new EventFields(client, connection);
    Deque<NodeId> open = new ArrayDeque<>(List.of(NodeIds.BaseEventType));
    while (!open.isEmpty()) {
      NodeId parent = open.remove();
      for (ReferenceDescription child : found.browse(parent, NodeIds.HasSubtype)) {
        NodeId type = child.getNodeId().toNodeId(client.getNamespaceTable()).orElse(null);
        if (type != null) {
          open.add(type);
          found.addType(type, child.getBrowseName().name());
        }
      }
    }
    return found;
  }

  private void addType(NodeId type, @Nullable String name) throws UaException {
    if (type.getNamespaceIndex().intValue() == 0) {
      return;
    }
    types.put(type, String.valueOf(name));
    for (ReferenceDescription property : browse(type, NodeIds.HasProperty)) {
      fields.putIfAbsent(property.getBrowseName(), type);
    }
  }

  private List<ReferenceDescription> browse(NodeId node, NodeId reference) throws UaException {
    ReferenceDescription[] found =
        client
            .browse(
                new BrowseDescription(
                    node,
                    BrowseDirection.Forward,
                    reference,
                    true,
                    uint(0),
                    uint(BrowseResultMask.All.getValue())))
            .getReferences();
    return found == null ? List.of() : Arrays.asList(found);
  }

  /** Whether the server defines no event type of its own. */
  boolean isEmpty() {
    return types.isEmpty();
  }

  /**
   * Asks for every field of every event; events of the standard's types are left out on arrival.
   */
  EventFilter filter() {
    List<SimpleAttributeOperand> operands = new ArrayList<>();
    BASE.forEach(name -> operands.add(operand(NodeIds.BaseEventType, new QualifiedName(0, name))));
    fields.forEach((name, type) -> operands.add(operand(type, name)));
    return new EventFilter(
        operands.toArray(SimpleAttributeOperand[]::new), new ContentFilter(null));
  }

  private static SimpleAttributeOperand operand(NodeId type, QualifiedName field) {
    return new SimpleAttributeOperand(
        type, new QualifiedName[] {field}, AttributeId.Value.uid(), null);
  }

  /** The event of the values of its fields; null for one of the standard's types. */
  @Nullable PlantEvent read(Variant[] values) {
    if (!(values[1].value() instanceof NodeId type) || !types.containsKey(type)) {
      return null;
    }
    Map<String, Object> custom = new TreeMap<>();
    int next = BASE.size();
    for (QualifiedName field : fields.keySet()) {
      Object value = next < values.length ? values[next].value() : null;
      next++;
      if (value != null) {
        custom.put(String.valueOf(field.name()), value);
      }
    }
    Instant time = instant(values[4].value(), Instant.now());
    Instant start = instant(custom.remove("Start"), time);
    boolean lasting = fields.keySet().stream().anyMatch(field -> "End".equals(field.name()));
    Object end = custom.remove("End");
    return new PlantEvent(
        connection,
        text(custom.remove("Id"), id(values[0].value())),
        values[2].value() instanceof NodeId node
            ? NodeNames.toText(node, client.getNamespaceTable())
            : "",
        text(values[3].value(), ""),
        text(custom.remove("Kind"), types.getOrDefault(type, "")),
        start,
        end != null ? instant(end, start) : lasting ? null : start,
        values[6].value() instanceof Number severity ? severity.intValue() : 1,
        text(values[5].value(), ""),
        EventAttributes.of(custom));
  }

  private static Instant instant(@Nullable Object value, Instant otherwise) {
    return value instanceof DateTime time && time.isNotNull() ? time.getJavaInstant() : otherwise;
  }

  private static String id(@Nullable Object value) {
    return value instanceof ByteString bytes ? HexFormat.of().formatHex(bytes.bytesOrEmpty()) : "";
  }

  private static String text(@Nullable Object value, String otherwise) {
    return switch (value) {
      case null -> otherwise;
      case LocalizedText text -> text.text() == null ? otherwise : text.text();
      default -> value.toString();
    };
  }
}
