package io.kunan.benchmark.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.ubyte;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.eclipse.milo.opcua.sdk.core.Reference;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;

/** Variables 1…n; a new value goes straight to the items and into the ledger. */
final class EnduranceNamespace extends ManagedNamespaceWithLifecycle {
  static final String URI = "urn:kunan:endurance";

  /** A value as it was set last. */
  private record Told(long timeMicros, int moment) {}

  private final Ledger ledger;
  private final List<List<DataItem>> items;
  private final List<UaVariableNode> nodes;
  private final AtomicReferenceArray<Told> told;

  EnduranceNamespace(OpcUaServer server, int tags, Ledger ledger) {
    super(server, URI);
    this.ledger = ledger;
    this.items =
        IntStream.range(0, tags)
            .<List<DataItem>>mapToObj(i -> new CopyOnWriteArrayList<>())
            .toList();
    this.told = new AtomicReferenceArray<>(tags);
    this.nodes = IntStream.rangeClosed(1, tags).mapToObj(this::variable).toList();
  }

  /** Node id of a tag as a client keeps it. */
  static String nodeId(int tag) {
    return "nsu=" + URI + ";i=" + tag;
  }

  private UaVariableNode variable(int tag) {
    UaVariableNode node =
        UaVariableNode.build(
            getNodeContext(),
            builder ->
                builder
                    .setNodeId(newNodeId(tag))
                    .setBrowseName(newQualifiedName("T" + tag))
                    .setDisplayName(LocalizedText.english("T" + tag))
                    .setDataType(NodeIds.Double)
                    .setAccessLevel(ubyte(1))
                    .setUserAccessLevel(ubyte(1))
                    .setTypeDefinition(NodeIds.BaseDataVariableType)
                    .build());
    node.addReference(
        new Reference(
            node.getNodeId(), NodeIds.Organizes, NodeIds.ObjectsFolder.expanded(), false));
    getNodeManager().addNode(node);
    return node;
  }

  /** Sets every tag of a phase and pushes it to the items there are. */
  void tell(int moment, int phase, int phases) {
    Instant now = Instant.now();
    long micros = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    BitSet sent = new BitSet();
    for (int i = phase; i < nodes.size(); i += phases) {
      DataValue value = value(micros, moment, i + 1);
      synchronized (items.get(i)) {
        told.set(i, new Told(micros, moment));
        nodes.get(i).setValue(value);
        for (DataItem item : items.get(i)) {
          item.setValue(value);
          sent.set(i + 1);
        }
      }
    }
    write(micros, moment, sent);
  }

  private static DataValue value(long micros, int moment, int tag) {
    Instant time = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000);
    return new DataValue(
        Variant.of(Ledger.value(moment, tag)),
        StatusCode.GOOD,
        new DateTime(time),
        new DateTime(time));
  }

  private void write(long micros, int moment, BitSet sent) {
    try {
      ledger.sent(micros, moment, sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new item begins with the value there is, which so is sent too. */
  @Override
  public void onDataItemsCreated(List<DataItem> created) {
    for (DataItem item : created) {
      int index = index(item);
      if (index < 0) {
        continue;
      }
      synchronized (items.get(index)) {
        items.get(index).add(item);
        Told last = told.get(index);
        if (last != null) {
          item.setValue(nodes.get(index).getValue());
          BitSet one = new BitSet();
          one.set(index + 1);
          write(last.timeMicros(), last.moment(), one);
        }
      }
    }
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> deleted) {
    for (DataItem item : deleted) {
      int index = index(item);
      if (index >= 0) {
        synchronized (items.get(index)) {
          items.get(index).remove(item);
        }
      }
    }
  }

  private int index(DataItem item) {
    NodeId id = item.getReadValueId().getNodeId();
    return id != null
            && id.getIdentifier() instanceof Number number
            && number.intValue() <= items.size()
        ? number.intValue() - 1
        : -1;
  }

  @Override
  public void onDataItemsModified(List<DataItem> modified) {}

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> changed) {}
}
