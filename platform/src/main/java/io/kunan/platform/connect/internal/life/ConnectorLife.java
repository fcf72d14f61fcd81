package io.kunan.platform.connect.internal.life;

import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.ConnectorHealth.Actual;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.connect.TagNode;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.flow.PointFlow;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of one connection, the same for every protocol. A single thread of its own opens the
 * session, looks after it about once a second, and after every failure begins again with a growing
 * pause.
 */
public final class ConnectorLife<S extends TagState> implements Connector {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectorLife.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  private final String name;
  private final Protocol<S> protocol;
  private final PointFlow flow;
  private final FlowMeter meter;
  private final Clock clock;
  private final Bell bell = new Bell();

  private volatile Map<TagNode, S> tags = Map.of();
  private volatile State state = new State(Actual.STOPPED, "stopped");
  private volatile boolean wanted;
  private @Nullable Thread thread;

  private record State(Actual actual, @Sentence String detail) {}

  /**
   * @param flow takes the points of the protocol; closed with this connection
   */
  public ConnectorLife(
      String name, Protocol<S> protocol, PointFlow flow, FlowMeter meter, Clock clock) {
    this.name = name;
    this.protocol = protocol;
    this.flow = flow;
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public synchronized void start() {
    if (wanted) {
      return;
    }
    wanted = true;
    state = new State(Actual.CONNECTING, "connecting to " + protocol.address());
    thread = Thread.ofPlatform().name("connection-" + name).daemon().start(this::live);
  }

  @Override
  public synchronized void stop() {
    Thread running = thread;
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
    thread = null;
    state = new State(Actual.STOPPED, "stopped");
  }

  @Override
  public synchronized void setTags(List<TagNode> nodes) {
    Map<TagNode, S> kept = tags;
    Map<TagNode, S> next = new LinkedHashMap<>();
    for (TagNode node : nodes) {
      S known = kept.get(node);
      next.put(node, known != null ? known : protocol.state(node, clock.millis()));
    }
    tags = next;
    protocol.onTags(next.values());
    bell.ring();
  }

  private void live() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(20));
    boolean first = true;
    while (wanted) {
      try (Session<S> session = protocol.open(bell::ring)) {
        backoff.reset();
        if (!first) {
          meter.reconnected(1);
        }
        first = false;
        attend(session);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (Exception e) {
        LOG.debug("{}", name, e);
        failed(protocol.explain(e));
      }
      if (wanted) {
        bell.await(backoff.next(), () -> !wanted);
      }
    }
  }

  /** Looks after an open session until it is not wanted any more or has to be opened anew. */
  private void attend(Session<S> session) throws InterruptedException {
    while (wanted) {
      switch (session.tend(tags.values())) {
        case Condition.Up up -> state = new State(Actual.RUNNING, up.detail());
        case Condition.Down down -> state = new State(Actual.RETRYING, down.detail());
        case Condition.Over over -> {
          failed(over.detail());
          return;
        }
      }
      bell.await(ROUND);
    }
  }

  private void failed(@Sentence String reason) {
    LOG.info("{} ({}): {}", name, protocol.address(), reason);
    meter.failed(reason, clock.instant());
    if (wanted) {
      state = new State(Actual.RETRYING, reason);
    }
  }

  @Override
  public ConnectorHealth health() {
    long now = clock.millis();
    var current = tags.values();
    long newest =
        current.stream()
            .filter(TagState::isKnown)
            .mapToLong(TagState::lastTime)
            .max()
            .orElse(Long.MIN_VALUE);
    FlowMeter.Failure failure = meter.lastFailure();
    State told = state;
    return new ConnectorHealth(
        told.actual(),
        told.detail(),
        current.size(),
        (int) current.stream().filter(tag -> tag.isStale(now)).count(),
        meter.rate(now),
        newest == Long.MIN_VALUE ? null : Math.max(0, now - newest / 1_000.0) / 1_000,
        meter.ageP99Seconds(now),
        meter.received(),
        meter.lost(),
        overheard().map(Overheard::rejectedCount).orElse(0L),
        flow.buffered(),
        flow.bufferedOnDisk(),
        meter.reconnects(),
        meter.recreated(),
        failure == null ? null : failure.reason(),
        failure == null ? null : failure.at());
  }

  @Override
  public List<TagHealth> tagHealth() {
    long now = clock.millis();
    return tags.values().stream().map(tag -> tag.health(now)).toList();
  }

  @Override
  public Optional<Overheard> overheard() {
    return protocol.overheard();
  }

  @Override
  public void close() {
    stop();
    protocol.close();
    flow.close();
  }
}
