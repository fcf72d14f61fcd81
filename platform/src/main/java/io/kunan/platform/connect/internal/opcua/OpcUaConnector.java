package io.kunan.platform.connect.internal.opcua;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.ConnectorHealth.Actual;
import io.kunan.platform.connect.EventSink;
import io.kunan.platform.connect.OpcUaEndpoint;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One OPC UA connection. A single thread of its own makes the session, keeps the subscriptions
 * equal to the wanted tags, watches for silent tags, and after every failure begins again with a
 * growing pause.
 */
public final class OpcUaConnector implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(OpcUaConnector.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final String name;
  private final int number;
  private final OpcUaEndpoint endpoint;
  private final LineOpener opener;
  private final EventSink events;
  private final Clock clock;
  private final FlowMeter meter;
  private final PointFlow flow;
  private final TagNotifications notifications;
  private final Bell bell = new Bell();
  private final LongAdder reconnects = new LongAdder();
  private final LongAdder recreated = new LongAdder();

  private volatile Map<TagNode, TagSlot> slots = Map.of();
  private volatile State state = new State(Actual.STOPPED, "stopped");
  private volatile boolean wanted;
  private @Nullable Thread life;

  private record State(Actual actual, @Sentence String detail) {}

  OpcUaConnector(
      int number,
      String name,
      OpcUaEndpoint endpoint,
      LineOpener opener,
      PointFlow flow,
      FlowMeter meter,
      EventSink events,
      Clock clock) {
    this.number = number;
    this.name = name;
    this.endpoint = endpoint;
    this.opener = opener;
    this.flow = flow;
    this.meter = meter;
    this.events = events;
    this.clock = clock;
    this.notifications =
        new TagNotifications(new ValueReader(clock, meter), flow, meter, clock, bell::ring);
  }

  @Override
  public synchronized void start() {
    if (wanted) {
      return;
    }
    wanted = true;
    state = new State(Actual.CONNECTING, "connecting to " + endpoint.url());
    life = Thread.ofPlatform().name("opcua-" + name).daemon().start(this::live);
  }

  @Override
  public synchronized void stop() {
    Thread running = life;
    if (running == null) {
      return;
    }
    wanted = false;
    bell.ring();
    try {
      if (!running.join(Duration.ofSeconds(15))) {
        running.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    life = null;
    state = new State(Actual.STOPPED, "stopped");
  }

  @Override
  public synchronized void setTags(List<TagNode> tags) {
    Map<TagNode, TagSlot> kept = slots;
    Map<TagNode, TagSlot> next = new LinkedHashMap<>();
    for (TagNode tag : tags) {
      TagSlot slot = kept.get(tag);
      next.put(tag, slot != null ? slot : new TagSlot(tag, clock.millis()));
    }
    slots = next;
    bell.ring();
  }

  private void live() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20));
    boolean first = true;
    while (wanted) {
      try (OpcUaLine line = opener.open(endpoint, bell::ring)) {
        backoff.reset();
        if (!first) {
          reconnects.increment();
        }
        first = false;
        attend(line);
      } catch (UaException | IOException | RuntimeException e) {
        failed(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      if (wanted) {
        bell.await(backoff.next(), () -> !wanted);
      }
    }
  }

  /** Looks after an open line until it is not wanted any more or has to be opened anew. */
  private void attend(OpcUaLine line) throws InterruptedException {
    TagSubscriptions subscriptions = new TagSubscriptions(line.client(), notifications, clock);
    SilenceWatch watch = new SilenceWatch(line.client(), subscriptions, notifications, clock);
    EventSubscription eventItems = new EventSubscription(number, line.client(), events);
    OutageWatch outage = new OutageWatch(opener, endpoint, line.client(), clock);
    long activations = line.activations();
    while (wanted) {
      if (!line.isActive()) {
        state = new State(Actual.RETRYING, "the session is lost; coming back");
        if (outage.isLineDead()) {
          return;
        }
      } else {
        outage.over();
        if (line.activations() > activations) {
          reconnects.add(line.activations() - activations);
          activations = line.activations();
          subscriptions.sessionIsBack();
        }
        tend(line, subscriptions, watch, eventItems);
      }
      bell.await(ROUND);
    }
  }

  private void tend(
      OpcUaLine line,
      TagSubscriptions subscriptions,
      SilenceWatch watch,
      EventSubscription eventItems) {
    try {
      var wantedSlots = slots.values();
      subscriptions.reconcile(wantedSlots);
      eventItems.reconcile();
      recreated.add(watch.look(wantedSlots));
      state =
          new State(
              Actual.RUNNING,
              "%d of %d tags subscribed".formatted(subscriptions.size(), wantedSlots.size()));
    } catch (UaException e) {
      // Short of a lost session, which the line tells, the next round tries again.
      if (line.isActive()) {
        failed(e);
      }
    }
  }

  private void failed(Exception e) {
    String reason = Refusals.explain(e);
    LOG.info("{} ({}): {}", name, endpoint.url(), reason);
    LOG.debug("{}", name, e);
    meter.failed(reason, clock.instant());
    if (wanted) {
      state = new State(Actual.RETRYING, reason);
    }
  }

  @Override
  public ConnectorHealth health() {
    long now = clock.millis();
    var current = slots.values();
    long newest =
        current.stream()
            .filter(TagSlot::isKnown)
            .mapToLong(TagSlot::lastTime)
            .max()
            .orElse(Long.MIN_VALUE);
    FlowMeter.Failure failure = meter.lastFailure();
    State told = state;
    return new ConnectorHealth(
        told.actual(),
        told.detail(),
        current.size(),
        (int) current.stream().filter(slot -> slot.isStale(now)).count(),
        meter.rate(now),
        newest == Long.MIN_VALUE ? null : Math.max(0, now - newest / 1_000.0) / 1_000,
        meter.ageP99Seconds(now),
        meter.received(),
        meter.lost(),
        flow.buffered(),
        flow.bufferedOnDisk(),
        reconnects.sum(),
        recreated.sum(),
        failure == null ? null : failure.reason(),
        failure == null ? null : failure.at());
  }

  @Override
  public List<TagHealth> tagHealth() {
    long now = clock.millis();
    return slots.values().stream().map(slot -> slot.health(now)).toList();
  }

  @Override
  public void close() {
    stop();
    flow.close();
  }
}
