package io.kunan.platform.connect.internal.opcua;

import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.life.Condition;
import io.kunan.platform.connect.internal.life.Session;
import java.time.Clock;
import java.util.Collection;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open line with what is subscribed on it: keeps the subscriptions equal to the wanted tags and
 * watches for silent ones.
 */
final class OpcUaSession implements Session<TagSlot> {
  private static final Logger LOG = LoggerFactory.getLogger(OpcUaSession.class);

  private final OpcUaLine line;
  private final TagSubscriptions subscriptions;
  private final SilenceWatch watch;
  private final EventSubscription eventItems;
  private final OutageWatch outage;
  private final FlowMeter meter;
  private final Clock clock;
  private long activations;

  OpcUaSession(
      OpcUaLine line,
      TagSubscriptions subscriptions,
      TagNotifications notifications,
      EventSubscription eventItems,
      OutageWatch outage,
      FlowMeter meter,
      Clock clock) {
    this.line = line;
    this.subscriptions = subscriptions;
    this.watch = new SilenceWatch(line.client(), subscriptions, notifications, clock);
    this.eventItems = eventItems;
    this.outage = outage;
    this.meter = meter;
    this.clock = clock;
    this.activations = line.activations();
  }

  @Override
  public Condition tend(Collection<TagSlot> tags) throws InterruptedException {
    if (!line.isActive()) {
      return outage.isLineDead()
          ? new Condition.Over("the session is lost; a new one is made")
          : new Condition.Down("the session is lost; coming back");
    }
    outage.over();
    if (line.activations() > activations) {
      meter.reconnected(line.activations() - activations);
      activations = line.activations();
      subscriptions.sessionIsBack();
    }
    return subscribe(tags);
  }

  private Condition subscribe(Collection<TagSlot> tags) {
    try {
      subscriptions.reconcile(tags);
      eventItems.reconcile();
      meter.recreated(watch.look(tags));
      return new Condition.Up(
          "%d of %d tags subscribed".formatted(subscriptions.size(), tags.size()));
    } catch (UaException e) {
      String reason = Refusals.explain(e);
      LOG.debug("a round of care failed", e);
      // Short of a lost session, which the line tells, the next round tries again.
      if (line.isActive()) {
        LOG.info("{}", reason);
        meter.failed(reason, clock.instant());
      }
      return new Condition.Down(reason);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
