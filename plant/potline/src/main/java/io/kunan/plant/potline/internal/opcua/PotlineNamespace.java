package io.kunan.plant.potline.internal.opcua;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.TagDescription;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.server.Lifecycle;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaFolderNode;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.AttributeId;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;

/**
 * The namespace of the line. Values of tags are pushed to the monitored items once a second, so
 * that no sample is lost between two looks of a sampling timer; everything else (properties, other
 * attributes) is sampled as usual.
 */
final class PotlineNamespace extends ManagedNamespaceWithLifecycle {
  static final String URI = "urn:kunan:plant:potline:tags";

  private final List<TagDescription> tags;
  private final SubscriptionModel sampled;
  private final Map<Object, Integer> placeByName = new HashMap<>();
  private final List<Map<DataItem, Boolean>> watching = new ArrayList<>();
  private UaVariableNode[] variables = new UaVariableNode[0];
  private @Nullable EventPublisher events;

  PotlineNamespace(OpcUaServer server, List<TagDescription> tags) {
    super(server, URI);
    this.tags = tags;
    for (int i = 0; i < tags.size(); i++) {
      placeByName.put(tags.get(i).name(), i);
      watching.add(new ConcurrentHashMap<>(2));
    }
    sampled = new SubscriptionModel(server, this);
    getLifecycleManager().addLifecycle(sampled);
    getLifecycleManager()
        .addLifecycle(
            new Lifecycle() {
              @Override
              public void startup() {
                build();
              }

              @Override
              public void shutdown() {}
            });
  }

  private void build() {
    var nodes =
        new TagNodes(getNodeContext(), getNamespaceIndex(), node -> getNodeManager().addNode(node));
    UaFolderNode line = nodes.lineFolder();
    variables = nodes.build(tags, line);
    events =
        new EventPublisher(
            getNodeContext(),
            URI,
            getNamespaceIndex(),
            line,
            node -> getNodeManager().addNode(node));
  }

  /** Sends one second of all tags; NaN goes out as a null value with its status. */
  void publish(long micros, double[] values, short[] qualities) {
    var source = new DateTime(Micros.toInstant(micros));
    DateTime serverTime = DateTime.now();
    long second = micros / Micros.PER_SECOND;
    for (int i = 0; i < variables.length; i++) {
      boolean digital = !tags.get(i).states().isEmpty();
      var value =
          new DataValue(
              variant(values[i], digital),
              new StatusCode(Quality.toStatusCode(qualities[i])),
              source,
              serverTime);
      variables[i].setValue(value);
      for (DataItem item : watching.get(i).keySet()) {
        long every = Math.max(1, Math.round(item.getSamplingInterval() / 1000));
        if (item.isSamplingEnabled() && second % every == 0) {
          item.setValue(value);
        }
      }
    }
  }

  private static Variant variant(double value, boolean digital) {
    if (Double.isNaN(value)) {
      return Variant.NULL_VALUE;
    }
    return digital ? new Variant((int) value) : new Variant(value);
  }

  void publish(PotEvent event) throws UaException {
    if (events != null) {
      events.publish(event);
    }
  }

  @Override
  public void onDataItemsCreated(List<DataItem> items) {
    List<DataItem> others = new ArrayList<>();
    for (DataItem item : items) {
      Integer place = place(item);
      if (place == null) {
        others.add(item);
      } else {
        DataValue last = variables[place].getValue();
        if (last.sourceTime() != null) {
          item.setValue(last);
        }
        watching.get(place).put(item, true);
      }
    }
    if (!others.isEmpty()) {
      sampled.onDataItemsCreated(others);
    }
  }

  @Override
  public void onDataItemsModified(List<DataItem> items) {
    List<DataItem> others = others(items);
    if (!others.isEmpty()) {
      sampled.onDataItemsModified(others);
    }
  }

  @Override
  public void onDataItemsDeleted(List<DataItem> items) {
    for (DataItem item : items) {
      Integer place = place(item);
      if (place != null) {
        watching.get(place).remove(item);
      }
    }
    List<DataItem> others = others(items);
    if (!others.isEmpty()) {
      sampled.onDataItemsDeleted(others);
    }
  }

  @Override
  public void onMonitoringModeChanged(List<MonitoredItem> items) {
    sampled.onMonitoringModeChanged(items);
  }

  private List<DataItem> others(List<DataItem> items) {
    return items.stream().filter(item -> place(item) == null).toList();
  }

  private @Nullable Integer place(DataItem item) {
    return item.getReadValueId().getAttributeId().equals(AttributeId.Value.uid())
        ? placeByName.get(item.getReadValueId().getNodeId().getIdentifier())
        : null;
  }
}
