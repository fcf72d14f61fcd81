package io.kunan.platform.connect.internal.opcua;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;

/**
 * Watches for tags that fall silent while the session lives, as after a download to a controller.
 *
 * <p>A silent tag is asked for by reading it. When the server confirms the last value the plant is
 * quiet and all is well; when it shows a newer one the subscription of that tag is dead and its
 * monitored item is made anew, and if that does not help the whole subscription; when the node is
 * gone that is told at the tag, and it is tried again later.
 */
final class SilenceWatch {
  /** Reads of one round, so that a round on a slow server does not last. */
  private static final int LARGEST_ROUND = 2_000;

  /** Made anew that often in a row without a value, an item is not what is broken. */
  private static final int HOPELESS = 2;

  private final OpcUaClient client;
  private final ServerCalls calls;
  private final TagSubscriptions subscriptions;
  private final TagNotifications notifications;
  private final Clock clock;

  SilenceWatch(
      OpcUaClient client,
      TagSubscriptions subscriptions,
      TagNotifications notifications,
      Clock clock) {
    this.client = client;
    this.calls = new ServerCalls(client);
    this.subscriptions = subscriptions;
    this.notifications = notifications;
    this.clock = clock;
  }

  /**
   * Looks once after all tags.
   *
   * @return tags whose items are made anew
   * @throws UaException when the server does not answer at all
   */
  int look(Collection<TagSlot> slots) throws UaException {
    long now = clock.millis();
    List<TagSlot> lost = new ArrayList<>();
    List<TagSlot> silent = new ArrayList<>();
    for (TagSlot slot : slots) {
      if (!subscriptions.serves(slot)) {
        continue;
      }
      if (slot.isLost(now)) {
        lost.add(slot);
      } else if (slot.isToBeAsked(now) && silent.size() < LARGEST_ROUND) {
        silent.add(slot);
      }
    }
    renew(lost);
    ask(silent);
    return lost.size();
  }

  private void renew(List<TagSlot> lost) {
    List<TagSlot> items = new ArrayList<>();
    for (TagSlot slot : lost) {
      if (slot.recreated() > HOPELESS) {
        subscriptions.renewSubscription(slot);
      } else {
        items.add(slot);
      }
    }
    subscriptions.renew(items);
  }

  private void ask(List<TagSlot> silent) throws UaException {
    List<TagSlot> asked = new ArrayList<>(silent.size());
    List<NodeId> nodes = new ArrayList<>(silent.size());
    for (TagSlot slot : silent) {
      slot.asked(clock.millis());
      Optional<NodeId> node = NodeNames.find(slot.node().nodeId(), client.getNamespaceTable());
      node.ifPresent(
          found -> {
            asked.add(slot);
            nodes.add(found);
          });
    }
    List<DataValue> answers = calls.values(nodes);
    for (int i = 0; i < asked.size(); i++) {
      judge(asked.get(i), answers.get(i));
    }
  }

  private void judge(TagSlot slot, DataValue answer) {
    long code = answer.statusCode().value();
    if (code == StatusCodes.Bad_NodeIdUnknown || code == StatusCodes.Bad_NodeIdInvalid) {
      slot.refused(Refusals.explain(answer.statusCode()), clock.millis());
      subscriptions.renew(List.of(slot));
    } else if (isNewer(slot, answer)) {
      slot.suspected(clock.millis());
      notifications.onReadValue(slot, answer);
    } else {
      slot.confirmed(clock.millis());
    }
  }

  private static boolean isNewer(TagSlot slot, DataValue answer) {
    DateTime time = answer.sourceTime();
    if (!slot.isKnown()) {
      return answer.statusCode().value() != StatusCodes.Bad_WaitingForInitialData;
    }
    return time != null && ValueReader.toMicros(time) > slot.lastTime();
  }
}
