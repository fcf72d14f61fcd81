package io.kunan.platform.connect.internal.opcua;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;

/**
 * Judges a line whose session is lost. The client comes back by itself and then keeps what the
 * server has queued, but it may wait up to half a minute between two tries, and it never gives up a
 * broken state of its own; a server that has been reachable again for twenty seconds without a
 * session is connected to anew.
 */
final class OutageWatch {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_PROBES = Duration.ofSeconds(2);

  private final String host;
  private final int port;
  private final Clock clock;
  private long probedAt;
  private long reachableSince;

  OutageWatch(String url, Clock clock) {
    this.host = Objects.requireNonNull(EndpointUtil.getHost(url));
    this.port = EndpointUtil.getPort(url);
    this.clock = clock;
  }

  /** The session is back. */
  void over() {
    reachableSince = 0;
  }

  /** Whether to give the line up. */
  boolean isLineDead() {
    long now = clock.millis();
    if (now - probedAt < BETWEEN_PROBES.toMillis()) {
      return false;
    }
    probedAt = now;
    if (!isReachable()) {
      reachableSince = 0;
      return false;
    }
    if (reachableSince == 0) {
      reachableSince = now;
    }
    return now - reachableSince >= PATIENCE.toMillis();
  }

  private boolean isReachable() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
