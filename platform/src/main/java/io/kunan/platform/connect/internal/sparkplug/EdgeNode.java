package io.kunan.platform.connect.internal.sparkplug;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.life.ToldValue;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;

/**
 * What a host application knows of one edge node: whether it is alive, what its births defined, and
 * which message has to come next (Sparkplug 3.0, chapters 5 and 6). Two counters must not be mixed
 * up: seq counts the messages since a birth, bdSeq the sessions, so that a death that comes late
 * does not kill the next life.
 *
 * <p>After a gap a birth may be among what is missing, and with it other aliases: until the node is
 * born again only metrics told by name are believed.
 */
final class EdgeNode {
  static final String BD_SEQ = "bdSeq";
  private static final String ITSELF = "";

  /** Births of devices follow that of their node; one that has not come by then is dead. */
  private static final long PATIENCE_MICROS = 10 * Micros.PER_SECOND;

  private final MetricTable metrics;
  private final Set<String> devices = new HashSet<>();

  /** Devices that lived before their node was born again and have not been since. */
  private final Set<String> awaited = new HashSet<>();

  private long bornAt;
  private boolean born;
  private boolean gap;
  private long seq;
  private OptionalLong bdSeq = OptionalLong.empty();

  /**
   * @param key group and name of the node
   */
  EdgeNode(String key) {
    this.metrics = new MetricTable(key);
  }

  /** We were away: what it did meanwhile is not known. */
  void forget() {
    born = false;
    gap = false;
  }

  boolean isBorn() {
    return born;
  }

  /** Whether what it says cannot be understood until it is born again. */
  boolean isToBeBorn() {
    return gap || !born;
  }

  /**
   * Takes a message.
   *
   * @param nowMicros our time
   */
  void accept(SparkplugTopic topic, Payload payload, long nowMicros, NodeFindings findings) {
    String device = topic.device() == null ? ITSELF : topic.device();
    switch (topic.type()) {
      case NBIRTH -> born(payload, nowMicros, findings);
      case NDEATH -> died(payload, nowMicros, findings);
      case DBIRTH -> {
        if (isInOrder(payload, findings)) {
          metrics.clear(device);
          devices.add(device);
          awaited.remove(device);
          define(device, payload, nowMicros, findings);
        }
      }
      case DDEATH -> {
        if (isInOrder(payload, findings) && (devices.remove(device) || awaited.remove(device))) {
          kill(device, timeOf(payload, nowMicros), "the device is offline", findings);
        }
      }
      case NDATA, DDATA -> {
        if (isInOrder(payload, findings)) {
          data(device, payload, nowMicros, findings);
        }
      }
      case NCMD, DCMD -> {}
    }
  }

  private void born(Payload payload, long nowMicros, NodeFindings findings) {
    born = true;
    bornAt = nowMicros;
    gap = false;
    awaited.addAll(devices);
    devices.clear();
    seq = payload.getSeq();
    bdSeq = bdSeqOf(payload);
    metrics.forgetAliases();
    metrics.clear(ITSELF);
    define(ITSELF, payload, nowMicros, findings);
    findings.born();
  }

  private void died(Payload payload, long nowMicros, NodeFindings findings) {
    OptionalLong told = bdSeqOf(payload);
    if (!born || (told.isPresent() && bdSeq.isPresent() && !told.equals(bdSeq))) {
      return;
    }
    born = false;
    // The time in a death was written when the node connected: ours is when it died.
    String reason = "the edge node is offline";
    kill(ITSELF, nowMicros, reason, findings);
    devices.addAll(awaited);
    devices.forEach(device -> kill(device, nowMicros, reason, findings));
    devices.clear();
    awaited.clear();
  }

  /** Whether devices have not been born again in time. */
  boolean isMissingDevices(long nowMicros) {
    return born && !awaited.isEmpty() && nowMicros - bornAt > PATIENCE_MICROS;
  }

  /** Gives up the devices that have not been born again: they died unheard, at the latest then. */
  void giveUpMissing(NodeFindings findings) {
    awaited.forEach(device -> kill(device, bornAt, "the device was not born again", findings));
    awaited.clear();
  }

  private void kill(
      String device, long timeMicros, @Sentence String reason, NodeFindings findings) {
    metrics.sources(device).forEach(source -> findings.dead(source, timeMicros, reason));
  }

  /** Whether a message can be taken; also notes what is missing before it. */
  private boolean isInOrder(Payload payload, NodeFindings findings) {
    if (!born) {
      findings.rejected("the edge node has not been born since we listen");
      findings.rebirthNeeded("its birth is not known");
      return false;
    }
    long told = payload.getSeq();
    if (payload.hasSeq() && told == seq) {
      return false; // told twice
    }
    if (!payload.hasSeq() || told != ((seq + 1) & 0xFF)) {
      gap = true;
      findings.gap();
    }
    seq = told;
    if (gap) {
      findings.rebirthNeeded("messages are missing");
    }
    return true;
  }

  private void define(String device, Payload payload, long nowMicros, NodeFindings findings) {
    for (Metric metric : payload.getMetricsList()) {
      MetricTable.Definition definition = metrics.define(device, metric);
      if (definition.source() != null) {
        findings.described(
            definition.source(),
            told(metric, definition.datatype(), payload, nowMicros),
            timeOf(payload, nowMicros));
      }
    }
  }

  private void data(String device, Payload payload, long nowMicros, NodeFindings findings) {
    if (!device.isEmpty() && !devices.contains(device)) {
      findings.rejected("the device has not been born since we listen");
      findings.rebirthNeeded("the birth of a device is not known");
      return;
    }
    for (Metric metric : payload.getMetricsList()) {
      boolean byName = !metric.getName().isEmpty();
      String name = byName ? metric.getName() : "alias " + metric.getAlias();
      MetricTable.Definition definition = metrics.find(device, metric).orElse(null);
      if (definition == null) {
        findings.rejected(name + ": no birth defines this metric");
        findings.rebirthNeeded("it tells of a metric that its birth did not define");
      } else if (gap && !byName) {
        findings.rejected(name + ": messages are missing, so that the alias may be another's");
      } else if (definition.source() != null) {
        findings.value(
            definition.source().id(),
            told(metric, definition.datatype(), payload, nowMicros),
            metric.getIsHistorical());
      }
    }
  }

  private static ToldValue told(Metric metric, int datatype, Payload payload, long nowMicros) {
    long time =
        metric.getTimestamp() != 0 ? micros(metric.getTimestamp()) : timeOf(payload, nowMicros);
    short quality = MetricValues.quality(metric);
    return new ToldValue(
        MetricValues.value(metric, datatype), time, quality, problem(metric, quality));
  }

  private static @Sentence @Nullable String problem(Metric metric, short quality) {
    return metric.getIsNull()
        ? "the source has no value"
        : Quality.isBad(quality) ? "the source says that the value is bad" : null;
  }

  private static OptionalLong bdSeqOf(Payload payload) {
    return payload.getMetricsList().stream()
        .filter(metric -> metric.getName().equals(BD_SEQ))
        .mapToLong(metric -> metric.hasIntValue() ? metric.getIntValue() : metric.getLongValue())
        .findFirst();
  }

  /** A source without a clock sends no time or zero. */
  private static long timeOf(Payload payload, long nowMicros) {
    return payload.getTimestamp() != 0 ? micros(payload.getTimestamp()) : nowMicros;
  }

  private static long micros(long millis) {
    return Math.multiplyExact(millis, 1_000L);
  }
}
