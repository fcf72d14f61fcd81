package io.kunan.platform.connect.internal.opcua;

import static org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned.uint;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DataChangeTrigger;
import org.eclipse.milo.opcua.stack.core.types.enumerated.DeadbandType;
import org.eclipse.milo.opcua.stack.core.types.structured.DataChangeFilter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One subscription on the server and its items. */
final class SubscriptionGroup implements OpcUaSubscription.SubscriptionListener {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionGroup.class);

  /** Values reach us four times a second: 1 Hz data are then never older than 1.3 s. */
  private static final double PUBLISHING_MILLIS = 250;

  private static final double KEEP_ALIVE_MILLIS = 5_000;

  /**
   * Silence of a subscription, keep-alives included, after which it is given up. Longer than a lost
   * session takes to be noticed: a subscription that only waits for its session keeps its queue.
   */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(20);

  /** How long the server keeps the subscription for us when we are cut off. */
  private static final double LIFETIME_MILLIS = 120_000;

  /** Values the server may queue for an item when we are cut off: a minute at 1 Hz. */
  private static final int QUEUE = 60;

  private static final Duration SLOWEST_SAMPLING = Duration.ofSeconds(1);
  private static final Duration UNDECLARED_SAMPLING = Duration.ofMillis(500);

  /** A value also counts as new when only its time is: a constant signal is not a silent one. */
  private static final DataChangeFilter EVERY_TIME_STAMP =
      new DataChangeFilter(
          DataChangeTrigger.StatusValueTimestamp, uint(DeadbandType.None.getValue()), 0.0);

  private final OpcUaSubscription subscription;
  private final TagNotifications notifications;
  private final Map<TagSlot, OpcUaMonitoredItem> items = new HashMap<>();
  private volatile boolean lost;
  private volatile long aliveAt = System.nanoTime();

  private SubscriptionGroup(OpcUaSubscription subscription, TagNotifications notifications) {
    this.subscription = subscription;
    this.notifications = notifications;
  }

  /** Makes the subscription on the server. */
  static SubscriptionGroup create(
      OpcUaClient client, TagNotifications notifications, int itemsPerCall) throws UaException {
    OpcUaSubscription subscription = new OpcUaSubscription(client, PUBLISHING_MILLIS);
    subscription.setMaxKeepAliveCount(uint((int) (KEEP_ALIVE_MILLIS / PUBLISHING_MILLIS)));
    subscription.setLifetimeCount(uint((int) (LIFETIME_MILLIS / PUBLISHING_MILLIS)));
    subscription.setMaxMonitoredItemsPerCall(uint(itemsPerCall));
    SubscriptionGroup group = new SubscriptionGroup(subscription, notifications);
    subscription.setSubscriptionListener(group);
    subscription.create();
    return group;
  }

  int size() {
    return items.size();
  }

  /** Whether the server has it no more, or no sign of it comes though its session is active. */
  boolean isLost() {
    return lost || System.nanoTime() - aliveAt > LONGEST_SILENCE.toNanos();
  }

  /** The session was away and is back: what it has kept for us is on its way. */
  void sessionIsBack() {
    aliveAt = System.nanoTime();
  }

  void declareLost() {
    lost = true;
    notifications.onSubscriptionLost();
  }

  /** Adds items and creates them on the server. */
  List<MonitoredItemServiceOperationResult> add(Map<TagSlot, NodeId> nodes) {
    List<OpcUaMonitoredItem> added = new ArrayList<>(nodes.size());
    nodes.forEach(
        (slot, node) -> {
          OpcUaMonitoredItem item = item(slot, node);
          items.put(slot, item);
          added.add(item);
        });
    subscription.addMonitoredItems(added);
    return subscription.createMonitoredItems(item -> item.getCreateResult().isEmpty());
  }

  /** Removes items here and on the server. */
  void remove(Collection<TagSlot> slots) {
    for (TagSlot slot : slots) {
      forget(slot);
    }
    subscription.deleteMonitoredItems();
  }

  /** Removes an item that the server does not have. */
  void forget(TagSlot slot) {
    OpcUaMonitoredItem item = items.remove(slot);
    if (item != null) {
      subscription.removeMonitoredItem(item);
    }
  }

  /** Removes the subscription, from the server too where it still knows it. */
  void delete() {
    items.clear();
    if (subscription.getSyncState() == OpcUaSubscription.SyncState.INITIAL) {
      return;
    }
    LOG.info("no sign of life of a subscription whose session is active, or it does not help");
    try {
      subscription.delete();
    } catch (UaException e) {
      LOG.debug("the server did not delete a lost subscription", e);
      subscription.reset();
    }
  }

  static TagSlot slotOf(OpcUaMonitoredItem item) {
    return (TagSlot) item.getUserObject().orElseThrow();
  }

  private static OpcUaMonitoredItem item(TagSlot slot, NodeId node) {
    OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node);
    item.setUserObject(slot);
    item.setQueueSize(uint(QUEUE));
    item.setDiscardOldest(true);
    item.setSamplingInterval((double) sampling(slot.node().expectedPeriod()).toMillis());
    if (!slot.isWithoutFilter()) {
      item.setFilter(EVERY_TIME_STAMP);
    }
    return item;
  }

  /** Four looks a period, so that a server that samples its device sees every value in time. */
  private static Duration sampling(@Nullable Duration period) {
    if (period == null) {
      return UNDECLARED_SAMPLING;
    }
    Duration quarter = period.dividedBy(4);
    return quarter.compareTo(SLOWEST_SAMPLING) < 0 ? quarter : SLOWEST_SAMPLING;
  }

  @Override
  public void onDataReceived(
      OpcUaSubscription from, List<OpcUaMonitoredItem> told, List<DataValue> values) {
    aliveAt = System.nanoTime();
    notifications.onValues(told.stream().map(SubscriptionGroup::slotOf).toList(), values);
  }

  @Override
  public void onNotificationDataLost(OpcUaSubscription from) {
    notifications.onGap();
  }

  @Override
  public void onTransferFailed(OpcUaSubscription from, StatusCode status) {
    LOG.info("the server did not transfer a subscription: {}", Refusals.explain(status));
    declareLost();
  }

  @Override
  public void onStatusChanged(OpcUaSubscription from, StatusCode status) {
    if (status.value() == StatusCodes.Bad_Timeout) {
      LOG.info("the server dropped a subscription");
      declareLost();
    }
  }

  @Override
  public void onKeepAliveReceived(OpcUaSubscription from) {
    aliveAt = System.nanoTime();
  }
}
