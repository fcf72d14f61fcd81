package io.kunan.platform.connect.internal.sparkplug;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks edge nodes to be born again, with growing pauses as long as they do not answer: a birth is
 * large, and a node that does not understand must not be flooded. It is the only command that Kunan
 * sends by itself.
 */
final class RebirthRequests {
  private static final Logger LOG = LoggerFactory.getLogger(RebirthRequests.class);
  private static final Duration SHORTEST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Asked> asked = new HashMap<>();
  private @Nullable BiConsumer<String, byte[]> line;

  /** When a node was asked last, and how long it is left alone then. */
  private record Asked(long atMillis, long pauseMillis) {}

  RebirthRequests(Clock clock) {
    this.clock = clock;
  }

  /** Sends over this line from now on; what was asked over another one counts no more. */
  synchronized void over(BiConsumer<String, byte[]> publish) {
    line = publish;
    asked.clear();
  }

  synchronized void ask(String nodeKey, String reason) {
    long now = clock.millis();
    Asked before = asked.get(nodeKey);
    if (line == null || (before != null && now - before.atMillis() < before.pauseMillis())) {
      return;
    }
    long pause = before == null ? SHORTEST.toMillis() : 2 * before.pauseMillis();
    asked.put(nodeKey, new Asked(now, Math.min(pause, LONGEST.toMillis())));
    LOG.info("asking {} to be born again: {}", nodeKey, reason);
    line.accept(SparkplugTopic.commandTopic(nodeKey), command(now));
  }

  /** A node has been born. */
  synchronized void answered(String nodeKey) {
    asked.computeIfPresent(
        nodeKey, (key, before) -> new Asked(before.atMillis(), SHORTEST.toMillis()));
  }

  private static byte[] command(long nowMillis) {
    return Payload.newBuilder()
        .setTimestamp(nowMillis)
        .addMetrics(
            Metric.newBuilder()
                .setName("Node Control/Rebirth")
                .setTimestamp(nowMillis)
                .setDatatype(DataType.Boolean_VALUE)
                .setBooleanValue(true))
        .build()
        .toByteArray();
  }
}
