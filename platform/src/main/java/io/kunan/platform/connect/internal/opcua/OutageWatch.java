package io.kunan.platform.connect.internal.opcua;

import io.kunan.platform.connect.OpcUaEndpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a line whose session is lost. The client comes back by itself and then gets what the
 * server has queued for it, but it may wait half a minute between two tries. So a server that can
 * be reached again is asked when it was started: one that has been restarted has queued nothing and
 * is connected to anew at once, any other one after twenty seconds.
 */
final class OutageWatch {
  private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_PROBES = Duration.ofSeconds(2);

  private final LineOpener opener;
  private final OpcUaEndpoint endpoint;
  private final @Nullable DateTime started;
  private final Clock clock;
  private long probedAt;
  private long reachableSince;
  private boolean asked;

  /** Begins while the line is well. */
  OutageWatch(LineOpener opener, OpcUaEndpoint endpoint, OpcUaClient client, Clock clock) {
    this.opener = opener;
    this.endpoint = endpoint;
    this.started = startTime(client);
    this.clock = clock;
  }

  /** The session is back. */
  void over() {
    reachableSince = 0;
    asked = false;
  }

  /** Whether to give the line up. */
  boolean isLineDead() throws InterruptedException {
    long now = clock.millis();
    if (now - probedAt < BETWEEN_PROBES.toMillis()) {
      return false;
    }
    probedAt = now;
    if (!isReachable()) {
      over();
      return false;
    }
    if (reachableSince == 0) {
      reachableSince = now;
    } else if (!asked) {
      asked = true;
      return isAnotherServer();
    }
    return now - reachableSince >= PATIENCE.toMillis();
  }

  private boolean isAnotherServer() throws InterruptedException {
    if (started == null) {
      return false;
    }
    try (OpcUaLine probe = opener.open(endpoint, () -> {})) {
      DateTime now = startTime(probe.client());
      return now != null && !now.equals(started);
    } catch (UaException | IOException e) {
      LOG.debug("the server is reachable but gives no session", e);
      return false;
    }
  }

  private static @Nullable DateTime startTime(OpcUaClient client) {
    try {
      Object told =
          client
              .readValue(0, TimestampsToReturn.Neither, NodeIds.Server_ServerStatus_StartTime)
              .value()
              .value();
      return told instanceof DateTime time && time.isNotNull() ? time : null;
    } catch (UaException e) {
      LOG.debug("the server does not tell when it was started", e);
      return null;
    }
  }

  private boolean isReachable() {
    String host = Objects.requireNonNull(EndpointUtil.getHost(endpoint.url()));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, EndpointUtil.getPort(endpoint.url())), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
