package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.platform.connect.internal.broker.BrokerLine;
import io.kunan.platform.connect.internal.broker.BrokerMessage;
import io.kunan.platform.connect.internal.broker.BrokerOpening;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this host application is there, as edge nodes see it that wait for their primary host: a
 * retained STATE message with a time stamp (Sparkplug 3.0), and a will of the same time stamp that
 * takes it back. A node whose primary host is away buffers, and sends it as historical afterwards.
 */
final class HostState {
  private static final Logger LOG = LoggerFactory.getLogger(HostState.class);

  private final String topic;
  private final Clock clock;
  private final long since;
  private @Nullable BrokerLine line;

  /** A session begins. */
  HostState(String hostId, Clock clock) {
    this.topic = topicOf(hostId);
    this.clock = clock;
    this.since = clock.millis();
  }

  static String topicOf(String hostId) {
    return SparkplugTopic.NAMESPACE + "/STATE/" + hostId;
  }

  String topic() {
    return topic;
  }

  BrokerOpening.Will will() {
    return new BrokerOpening.Will(topic, payload(false, since));
  }

  synchronized void online(BrokerLine open) {
    line = open;
    var _ = open.publish(topic, payload(true, since), 1, true);
  }

  /** Somebody, or the will of a session before, took our state back: say again that we are here. */
  synchronized void heard(BrokerMessage message) {
    String told = new String(message.payload(), StandardCharsets.UTF_8).replace(" ", "");
    if (line != null && told.contains("\"online\":false")) {
      var _ = line.publish(topic, payload(true, since), 1, true);
    }
  }

  /** Takes the state back; waits a little until the broker has it, since the line ends next. */
  void offline() {
    BrokerLine open;
    synchronized (this) {
      open = line;
      line = null;
    }
    if (open == null || open.ending() != null) {
      return;
    }
    try {
      open.publish(topic, payload(false, clock.millis()), 1, true).get(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("{}: the broker's will says that we are gone", topic, e);
    }
  }

  private static byte[] payload(boolean online, long millis) {
    return "{\"online\":%b,\"timestamp\":%d}"
        .formatted(online, millis)
        .getBytes(StandardCharsets.UTF_8);
  }
}
