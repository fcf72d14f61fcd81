package io.kunan.platform.connect.internal;

import io.kunan.kernel.Sentence;
import io.kunan.kernel.TagId;
import io.kunan.platform.assets.TagsChanged;
import io.kunan.platform.connect.Connector;
import io.kunan.platform.connect.ConnectorHealth;
import io.kunan.platform.connect.ConnectorHealth.Actual;
import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.TagHealth;
import io.kunan.platform.live.StatusSource;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps what runs equal to what people want, which stands in the database: at the start, after
 * every change, and once a minute in case something was missed.
 */
@Component
public class ConnectionSupervisor implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionSupervisor.class);

  private final ConnectionStore store;
  private final ItemNodes items;
  private final Connectors connectors;
  private final Clock clock;
  private final Map<Integer, Live> live = new HashMap<>();
  private volatile boolean running;

  /** A connector and the row it was made from; without one the reason why. */
  private record Live(
      ConnectionRow row, @Nullable Connector connector, @Sentence @Nullable String failure) {}

  ConnectionSupervisor(ConnectionStore store, ItemNodes items, Connectors connectors, Clock clock) {
    this.store = store;
    this.items = items;
    this.connectors = connectors;
    this.clock = clock;
  }

  /** Brings every connection to what is wanted. */
  @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
  public synchronized void reconcileAll() {
    if (!running) {
      return;
    }
    List<ConnectionRow> rows = store.list();
    Set<Integer> gone = new HashSet<>(live.keySet());
    rows.forEach(row -> gone.remove(row.id()));
    gone.forEach(this::remove);
    rows.forEach(this::adjust);
  }

  /** Brings one connection to what is wanted, after a change of it or of its tags. */
  public synchronized void reconcile(int id) {
    if (running) {
      store.find(id).ifPresentOrElse(this::adjust, () -> remove(id));
    }
  }

  private void adjust(ConnectionRow row) {
    Live known = live.get(row.id());
    if (known == null || known.connector() == null || !isSamePlace(known.row(), row)) {
      close(known);
      known = open(row);
    } else {
      known = new Live(row, known.connector(), null);
    }
    live.put(row.id(), known);
    Connector connector = known.connector();
    if (connector == null) {
      return;
    }
    connector.setTags(items.nodes(row.id()));
    if (row.isToRun()) {
      connector.start();
    } else {
      connector.stop();
    }
  }

  private Live open(ConnectionRow row) {
    try {
      return new Live(row, connectors.open(row), null);
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} cannot be opened", row.label(), e);
      return new Live(row, null, String.valueOf(e.getMessage()));
    }
  }

  /** Follows the catalogue: a tag that is gone needs no values, a changed one other readings. */
  @EventListener
  void onTagsChanged(TagsChanged change) {
    if (change.deleted().isEmpty() && change.changed().isEmpty()) {
      return;
    }
    // Off the thread that has just committed the change: its transaction is over.
    Thread.startVirtualThread(
        () -> {
          store.deleteItems(change.deleted().stream().map(TagId::value).toList());
          reconcileAll();
        });
  }

  private void remove(int id) {
    close(live.remove(id));
    connectors.forget(id);
  }

  private static void close(@Nullable Live ended) {
    if (ended != null && ended.connector() != null) {
      ended.connector().close();
    }
  }

  private static boolean isSamePlace(ConnectionRow before, ConnectionRow after) {
    return before.name().equals(after.name())
        && before.settings().equals(after.settings())
        && Arrays.equals(before.password(), after.password());
  }

  /** How a connection is. */
  public ConnectorHealth health(int id) {
    Live known = known(id);
    if (known != null && known.connector() != null) {
      return known.connector().health();
    }
    String failure = known == null ? null : known.failure();
    return new ConnectorHealth(
        Actual.STOPPED,
        failure == null ? "not started yet" : failure,
        0,
        0,
        0,
        null,
        null,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        failure,
        failure == null ? null : clock.instant());
  }

  /** What a connection overheard; empty where it does not run or is browsed. */
  public Optional<Overheard> overheard(int id) {
    Live known = known(id);
    return known == null || known.connector() == null
        ? Optional.empty()
        : known.connector().overheard();
  }

  /** Connections that run, of those that shall, among some. */
  StatusSource.Sources sources(IntPredicate among) {
    List<Live> wanted =
        lives().stream()
            .filter(each -> each.row().isToRun() && among.test(each.row().id()))
            .toList();
    long up =
        wanted.stream()
            .map(Live::connector)
            .filter(Objects::nonNull)
            .filter(connector -> connector.health().actual() == Actual.RUNNING)
            .count();
    return new StatusSource.Sources((int) up, wanted.size());
  }

  /** How the tags of a connection are. */
  public List<TagHealth> tagHealth(int id) {
    Live known = known(id);
    return known == null || known.connector() == null ? List.of() : known.connector().tagHealth();
  }

  private synchronized List<Live> lives() {
    return List.copyOf(live.values());
  }

  private synchronized @Nullable Live known(int id) {
    return live.get(id);
  }

  @Override
  public void start() {
    running = true;
    reconcileAll();
  }

  /** Ends every session; what the history has not taken stays in the buffers. */
  @Override
  public synchronized void stop() {
    running = false;
    live.values().parallelStream().forEach(ConnectionSupervisor::close);
    live.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
