package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.core.ValueRanks;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExtensionObject;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.QualifiedName;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.structured.EUInformation;
import org.eclipse.milo.opcua.stack.core.types.structured.Range;

/**
 * Variables that a test sets. A set value is pushed to the items at once, so that a test knows
 * exactly what was sent.
 */
public final class PlantNamespace extends ManagedNamespaceWithLifecycle {
  public static final String URI = "urn:kunan:test:plant:nodes";

  private final Map<NodeId, List<DataItem>> items = new ConcurrentHashMap<>();
  private final Set<DataItem> deaf = ConcurrentHashMap.newKeySet();

  PlantNamespace(OpcUaServer server) {
    super(server, URI);
  }

  /** The node id as Kunan keeps it. */
  public static String id(String name) {
    return "nsu=" + URI + ";s=" + name;
  }

  /** Makes a folder below another or below Objects. */
  public UaFolderNode folder(String name, String parent) {
    UaFolderNode folder =
        new UaFolderNode(
            getNodeContext(),
            newNodeId(name),
            newQualifiedName(name.substring(name.lastIndexOf('/') + 1)),
            LocalizedText.english(name.substring(name.lastIndexOf('/') + 1)));
    getNodeManager().addNode(folder);
    link(folder.getNodeId(), parent);
    return folder;
  }

  /** Makes a variable below a folder or below Objects. */
  public void variable(String name, String folder, NodeId dataType, Object value) {
    UaVariableNode node =
        UaVariableNode.build(
            getNodeContext(),
            builder ->
                builder
                    .setNodeId(newNodeId(name))
                    .setBrowseName(newQualifiedName(name.substring(name.lastIndexOf('/') + 1)))
                    .setDisplayName(
                        LocalizedText.english(name.substring(name.lastIndexOf('/') + 1)))
                    .setDataType(dataType)
                    .setValueRank(
                        value.getClass().isArray() ? ValueRanks.OneDimension : ValueRanks.Scalar)
                    .setAccessLevel(ubyte(1))
                    .setUserAccessLevel(ubyte(1))
                    .setTypeDefinition(NodeIds.AnalogItemType)
                    .setValue(new DataValue(Variant.of(value)))
                    .build());
    getNodeManager().addNode(node);
    link(node.getNodeId(), folder);
  }

  public void variable(String name) {
    variable(name, "", NodeIds.Double, 0.0);
  }

  /** Gives a variable its unit and range. */
  public void analog(String name, String unit, double low, double high) {
    property(
        name,
        "EngineeringUnits",
        ExtensionObject.encode(
            getServer().getStaticEncodingContext(),
            new EUInformation(
                "http://www.opcfoundation.org/UA/units/un/cefact",
                -1,
                LocalizedText.english(unit),
                LocalizedText.english(unit))));
    property(
        name,
        "EURange",
        ExtensionObject.encode(getServer().getStaticEncodingContext(), new Range(low, high)));
  }

  /** Gives a variable the texts of its states. */
  public void states(String name, String... states) {
    LocalizedText[] texts = new LocalizedText[states.length];
    for (int i = 0; i < states.length; i++) {
      texts[i] = LocalizedText.english(states[i]);
    }
    property(name, "EnumStrings", texts);
  }

  private void property(String name, String property, Object value) {
    UaVariableNode node =
        UaVariableNode.build(
            getNodeContext(),
            builder ->
                builder
                    .setNodeId(newNodeId(name + "." + property))
                    .setBrowseName(new QualifiedName(0, property))
                    .setDisplayName(LocalizedText.english(property))
                    .setDataType(NodeIds.BaseDataType)
                    .setAccessLevel(ubyte(1))
                    .setUserAccessLevel(ubyte(1))
                    .setTypeDefinition(NodeIds.PropertyType)
                    .setValue(new DataValue(Variant.of(value)))
                    .build());
    getNodeManager().addNode(node);
    node.addReference(
        new Reference(node.getNodeId(), NodeIds.HasProperty, newNodeId(name).expanded(), false));
    getNodeManager()
        .getNode(newNodeId(name))
        .orElseThrow()
        .addReference(
            new Reference(newNodeId(name), NodeIds.HasProperty, node.getNodeId().expanded(), true));
  }

  private void link(NodeId node, String parent) {
    NodeId parentId = parent.isEmpty() ? NodeIds.ObjectsFolder : newNodeId(parent);
    getNodeManager()
        .getNode(node)
        .orElseThrow()
        .addReference(new Reference(node, NodeIds.Organizes, parentId.expanded(), false));
    if (!parent.isEmpty()) {
      getNodeManager()
          .getNode(parentId)
          .orElseThrow()
          .addReference(new Reference(parentId, NodeIds.Organizes, node.expanded(), true));
    }
  }

  /** Sets a value and pushes it. */
  public void set(String name, DataValue value) {
    NodeId id = newNodeId(name);
    ((UaVariableNode) getNodeManager().getNode(id).orElseThrow()).setValue(value);
    items
        .getOrDefault(id, List.of())
        .forEach(
            item -> {
              if (!deaf.contains(item)) {
                item.setValue(value);
              }
            });
  }

  /** Items that exist now get nothing more, as after a download to a controller. */
  public void deafen() {
    items.values().forEach(deaf::addAll);
  }

  /** Takes a node away. */
  public void vanish(String name) {
    getNodeManager()
        .removeNode(newNodeId(name))
        .ifPresent(node -> items.getOrDefault(node.getNodeId(), List.of()).forEach(deaf::add));
  }

  public int itemCount() {
    return items.values().stream().mapToInt(List::size).sum();
  }

  @Override
  public void onDataItemsCreated(List<DataItem> created) {
    for (DataItem item : created) {
      NodeId id = Objects.requireNonNull(item.getReadValueId().getNodeId());
      items.computeIfAbsent(id, each -> new CopyOnWriteArrayList<>()).add(item);
      getNodeManager()
          .getNode(id)
          .ifPresent(node -> item.setValue(((UaVariableNode) node).getValue()));
    }
  }

  @Override
  public void onDataItemsModified(List<DataItem> modified) {}

  @Override
  public void onDataItemsDeleted(List<DataItem> deleted) {
    for (DataItem item : deleted) {
      NodeId id = item.getReadValueId().getNodeId();
      items.computeIfPresent(
          id,
          (each, list) -> {
            list.remove(item);
            return list.isEmpty() ? null : list;
          });
      deaf.remove(item);
    }
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> changed) {}
}
