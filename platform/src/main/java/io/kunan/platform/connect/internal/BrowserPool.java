package io.kunan.platform.connect.internal;

import io.kunan.platform.connect.Overheard;
import io.kunan.platform.connect.ServerBrowser;
import io.kunan.platform.connect.ServerNode;
import io.kunan.platform.connect.internal.broker.HeardBrowser;
import io.kunan.platform.connect.internal.settings.ConnectionSettings;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the session of a person who browses open for a minute: a tree is opened folder by folder,
 * and servers allow few new connections a second.
 */
@Component
class BrowserPool implements DisposableBean {
  private static final Duration IDLE = Duration.ofMinutes(1);

  private final Connectors connectors;
  private final ConnectionSupervisor supervisor;
  private final Clock clock;
  private final Map<Integer, Lent> browsers = new HashMap<>();

  private record Lent(ServerBrowser browser, Instant used) {}

  BrowserPool(Connectors connectors, ConnectionSupervisor supervisor, Clock clock) {
    this.connectors = connectors;
    this.supervisor = supervisor;
    this.clock = clock;
  }

  /**
   * Lets somebody look at the server of a connection, one at a time for each connection; for a
   * broker at what was heard so far.
   */
  <T> T use(ConnectionRow row, Function<ServerBrowser, T> look) {
    if (row.settings() instanceof ConnectionSettings.OverBroker) {
      try (ServerBrowser heard = heard(row)) {
        return look.apply(heard);
      }
    }
    ServerBrowser browser = take(row);
    try {
      T seen = look.apply(browser);
      give(row.id(), browser);
      return seen;
    } catch (RuntimeException e) {
      // The session may be what is broken: the next look opens a new one.
      browser.close();
      throw e;
    }
  }

  private ServerBrowser heard(ConnectionRow row) {
    List<ServerNode> sources =
        supervisor.overheard(row.id()).map(Overheard::sources).orElse(List.of());
    if (sources.isEmpty() && !row.isToRun()) {
      throw Refusal.conflict(
          "%s is not running, so that nothing was heard".formatted(row.label()),
          "start it: what it hears is listed here while it runs");
    }
    return new HeardBrowser(sources);
  }

  private ServerBrowser take(ConnectionRow row) {
    Lent kept;
    synchronized (browsers) {
      kept = browsers.remove(row.id());
    }
    return kept != null ? kept.browser() : connectors.browse(row);
  }

  private void give(int id, ServerBrowser browser) {
    Lent other;
    synchronized (browsers) {
      other = browsers.put(id, new Lent(browser, clock.instant()));
    }
    close(other);
  }

  /** The endpoint of a connection has changed. */
  void forget(int id) {
    Lent gone;
    synchronized (browsers) {
      gone = browsers.remove(id);
    }
    close(gone);
  }

  @Scheduled(fixedDelay = 20_000)
  void closeIdle() {
    Instant oldest = clock.instant().minus(IDLE);
    List<Lent> idle = new ArrayList<>();
    synchronized (browsers) {
      browsers.values().stream().filter(each -> each.used().isBefore(oldest)).forEach(idle::add);
      browsers.values().removeAll(idle);
    }
    idle.forEach(BrowserPool::close);
  }

  private static void close(@Nullable Lent lent) {
    if (lent != null) {
      lent.browser().close();
    }
  }

  @Override
  public void destroy() {
    synchronized (browsers) {
      browsers.values().forEach(BrowserPool::close);
      browsers.clear();
    }
  }
}
