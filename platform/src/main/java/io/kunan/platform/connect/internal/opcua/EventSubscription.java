package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.PlantEvent;
import java.util.List;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Subscribes the events of the types that the plant defines, on the Server node, and reads those of
 * late where the server keeps them: an event that began or ended while we were away is not missed
 * then. A server without event types of its own is left alone.
 */
final class EventSubscription implements OpcUaSubscription.SubscriptionListener {
  private static final Logger LOG = LoggerFactory.getLogger(EventSubscription.class);
  private static final double PUBLISHING_MILLIS = 1_000;
  private static final int QUEUE = 1_000;

  private final int connection;
  private final OpcUaClient client;
  private final EventSink sink;
  private @Nullable OpcUaSubscription subscription;
  private volatile boolean lost;
  private boolean without;

  EventSubscription(int connection, OpcUaClient client, EventSink sink) {
    this.connection = connection;
    this.client = client;
    this.sink = sink;
  }

  /** Makes the subscription where it is missing; called by the thread of the connection. */
  void reconcile() throws UaException {
    if (without || (subscription != null && !lost)) {
      return;
    }
    forget();
    EventFields fields = EventFields.discover(client, connection);
    if (fields.isEmpty()) {
      without = true;
      return;
    }
    create(fields);
    new RecentEvents(client, connection).read().forEach(sink::accept);
  }

  private void create(EventFields fields) throws UaException {
    OpcUaSubscription fresh = new OpcUaSubscription(client, PUBLISHING_MILLIS);
    fresh.setSubscriptionListener(this);
    fresh.create();
    subscription = fresh;
    lost = false;
    OpcUaMonitoredItem item = OpcUaMonitoredItem.newEventItem(NodeIds.Server, fields.filter());
    item.setQueueSize(uint(QUEUE));
    item.setEventValueListener((from, values) -> told(fields, values));
    fresh.addMonitoredItem(item);
    List<MonitoredItemServiceOperationResult> results = fresh.createMonitoredItems();
    StatusCode status =
        results.isEmpty()
            ? StatusCode.BAD
            : results.getFirst().operationResult().orElse(results.getFirst().serviceResult());
    if (!status.isGood()) {
      LOG.info("the server gives no events: {}", Refusals.explain(status));
      without = true;
      forget();
    }
  }

  private void told(EventFields fields, Variant[] values) {
    PlantEvent event = fields.read(values);
    if (event != null) {
      sink.accept(event);
    }
  }

  private void forget() {
    OpcUaSubscription gone = subscription;
    subscription = null;
    if (gone == null || gone.getSyncState() == OpcUaSubscription.SyncState.INITIAL) {
      return;
    }
    try {
      gone.delete();
    } catch (UaException e) {
      gone.reset();
    }
  }

  @Override
  public void onTransferFailed(OpcUaSubscription from, StatusCode status) {
    lost = true;
  }

  @Override
  public void onStatusChanged(OpcUaSubscription from, StatusCode status) {
    if (status.value() == StatusCodes.Bad_Timeout) {
      lost = true;
    }
  }

  @Override
  public void onWatchdogTimerElapsed(OpcUaSubscription from) {
    lost = true;
  }
}
