package io.kunan.platform.connect.internal.opcua;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;

/**
 * Keeps the subscriptions of one client equal to the wanted tags. Used by the thread of the
 * connection only; what is lost in between is noticed and made again at the next {@link
 * #reconcile}.
 *
 * <p>A subscription that survives a reconnect (the server could transfer it) is left alone, so that
 * the values queued on the server are not lost; only one that is known to be gone is made anew.
 */
final class TagSubscriptions {
  /** Items of one subscription: keeps each publish response well below usual message limits. */
  private static final int LARGEST_GROUP = 5_000;

  private static final int ITEMS_PER_CALL = 1_000;

  private final OpcUaClient client;
  private final TagNotifications notifications;
  private final Clock clock;
  private final List<SubscriptionGroup> groups = new ArrayList<>();
  private final Map<TagSlot, SubscriptionGroup> groupOf = new HashMap<>();

  TagSubscriptions(OpcUaClient client, TagNotifications notifications, Clock clock) {
    this.client = client;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * Makes what is missing, removes what is not wanted.
   *
   * @throws UaException when the server cannot be asked at all; try again later
   */
  void reconcile(Collection<TagSlot> wanted) throws UaException {
    forgetLostGroups();
    removeUnwanted(wanted);
    long now = clock.millis();
    List<TagSlot> missing =
        wanted.stream()
            .filter(slot -> !groupOf.containsKey(slot) && !slot.isHeldBack(now))
            .toList();
    for (int from = 0; from < missing.size(); ) {
      SubscriptionGroup group = groupWithRoom();
      int room = Math.min(LARGEST_GROUP - group.size(), missing.size() - from);
      subscribe(group, missing.subList(from, from + room));
      from += room;
    }
  }

  /** The session was away and is back. */
  void sessionIsBack() {
    groups.forEach(SubscriptionGroup::sessionIsBack);
  }

  /** Makes the items of these tags anew at the next {@link #reconcile}. */
  void renew(Collection<TagSlot> slots) {
    Map<SubscriptionGroup, List<TagSlot>> byGroup = new HashMap<>();
    for (TagSlot slot : slots) {
      SubscriptionGroup group = groupOf.remove(slot);
      if (group != null) {
        byGroup.computeIfAbsent(group, each -> new ArrayList<>()).add(slot);
      }
    }
    byGroup.forEach(SubscriptionGroup::remove);
  }

  /** Gives up the subscription of a tag: making its item anew did not help. */
  void renewSubscription(TagSlot slot) {
    SubscriptionGroup group = groupOf.get(slot);
    if (group != null) {
      group.declareLost();
    }
  }

  /** Whether the server serves this tag. */
  boolean serves(TagSlot slot) {
    return groupOf.containsKey(slot);
  }

  /** Items that exist on the server. */
  int size() {
    return groupOf.size();
  }

  private void forgetLostGroups() {
    for (SubscriptionGroup group : List.copyOf(groups)) {
      if (group.isLost()) {
        group.delete();
        groups.remove(group);
        groupOf.values().removeIf(each -> each == group);
      }
    }
  }

  private void removeUnwanted(Collection<TagSlot> wanted) {
    Set<TagSlot> gone = new HashSet<>(groupOf.keySet());
    gone.removeAll(wanted instanceof Set ? wanted : new HashSet<>(wanted));
    renew(gone);
  }

  private SubscriptionGroup groupWithRoom() throws UaException {
    for (SubscriptionGroup group : groups) {
      if (group.size() < LARGEST_GROUP) {
        return group;
      }
    }
    SubscriptionGroup group = SubscriptionGroup.create(client, notifications, ITEMS_PER_CALL);
    groups.add(group);
    return group;
  }

  private void subscribe(SubscriptionGroup group, List<TagSlot> slots) throws UaException {
    Map<TagSlot, NodeId> nodes = new HashMap<>();
    for (TagSlot slot : slots) {
      Optional<NodeId> node = NodeNames.find(slot.node().nodeId(), client.getNamespaceTable());
      if (node.isPresent()) {
        nodes.put(slot, node.get());
      } else {
        slot.refused(
            "the node id is malformed or its namespace is not on this server", clock.millis());
      }
    }
    for (MonitoredItemServiceOperationResult result : group.add(nodes)) {
      settle(group, result);
    }
  }

  private void settle(SubscriptionGroup group, MonitoredItemServiceOperationResult result)
      throws UaException {
    OpcUaMonitoredItem item = result.monitoredItem();
    TagSlot slot = SubscriptionGroup.slotOf(item);
    if (!result.serviceResult().isGood()) {
      group.declareLost();
      throw new UaException(result.serviceResult());
    }
    StatusCode status = result.operationResult().orElse(StatusCode.BAD);
    if (status.isGood()) {
      groupOf.put(slot, group);
      return;
    }
    group.forget(slot);
    if (isAboutFilter(status) && !slot.isWithoutFilter()) {
      slot.dropFilter();
    } else {
      slot.refused(Refusals.explain(status), clock.millis());
    }
  }

  private static boolean isAboutFilter(StatusCode status) {
    long code = status.value();
    return code == StatusCodes.Bad_MonitoredItemFilterInvalid
        || code == StatusCodes.Bad_MonitoredItemFilterUnsupported
        || code == StatusCodes.Bad_FilterNotAllowed;
  }
}
