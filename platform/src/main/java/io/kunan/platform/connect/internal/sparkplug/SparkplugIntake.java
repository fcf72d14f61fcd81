package io.kunan.platform.connect.internal.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.internal.broker.BrokerMessage;
import io.kunan.platform.connect.internal.broker.HeardSources;
import io.kunan.platform.connect.internal.broker.PointGatherer;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.life.TagState;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the messages of all edge nodes of a connection, each to its node. */
final class SparkplugIntake {
  private static final Logger LOG = LoggerFactory.getLogger(SparkplugIntake.class);

  private final HeardSources heard;
  private final PointGatherer gatherer;
  private final RebirthRequests rebirths;
  private final FlowMeter meter;
  private final Clock clock;
  private final Map<String, EdgeNode> nodes = new TreeMap<>();
  private volatile Map<String, TagState> tags = Map.of();

  SparkplugIntake(
      HeardSources heard,
      PointGatherer gatherer,
      RebirthRequests rebirths,
      FlowMeter meter,
      Clock clock) {
    this.heard = heard;
    this.gatherer = gatherer;
    this.rebirths = rebirths;
    this.meter = meter;
    this.clock = clock;
  }

  void setTags(Collection<TagState> wanted) {
    Map<String, TagState> next = new ConcurrentHashMap<>();
    wanted.forEach(tag -> next.put(tag.node().nodeId(), tag));
    tags = next;
  }

  /** A session begins: what the nodes did meanwhile is not known. */
  synchronized void forget() {
    nodes.values().forEach(EdgeNode::forget);
  }

  /** Looks after devices that should have been born again. */
  synchronized void giveUpMissingDevices() throws InterruptedException {
    long now = Micros.of(clock.instant());
    for (Map.Entry<String, EdgeNode> each : nodes.entrySet()) {
      if (each.getValue().isMissingDevices(now)) {
        gatherer.add(
            points -> each.getValue().giveUpMissing(report(each.getKey(), "", points)), () -> {});
      }
    }
  }

  /** Tells at the tags of nodes that have not answered that nobody knows how they are. */
  synchronized void markUnanswered() {
    tags.forEach(
        (source, tag) -> {
          EdgeNode node = nodes.get(nodeOf(source));
          if (node == null || !node.isBorn()) {
            tag.unreachable("the edge node does not answer; it may be offline");
          }
        });
  }

  private static String nodeOf(String source) {
    int slash = source.indexOf('/', source.indexOf('/') + 1);
    return slash < 0 ? source : source.substring(0, slash);
  }

  /** Asks the nodes that are known or wanted, and cannot be understood, what they are. */
  synchronized void askForBirths() {
    Set<String> asked = new TreeSet<>(nodes.keySet());
    tags.keySet().stream()
        .map(SparkplugIntake::nodeOf)
        .filter(key -> key.contains("/"))
        .forEach(asked::add);
    for (String key : asked) {
      EdgeNode node = nodes.get(key);
      if (node == null || node.isToBeBorn()) {
        rebirths.ask(key, "its birth is not known");
      }
    }
  }

  /** Nodes that are alive, of those heard of. */
  synchronized long born() {
    return nodes.values().stream().filter(EdgeNode::isBorn).count();
  }

  /** Takes a message; nothing that it holds ends the connection. */
  synchronized void accept(BrokerMessage message) {
    try {
      gatherer.add(points -> take(message, points), message.acknowledge());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(BrokerMessage message, PointBatch.Builder points) {
    try {
      read(message, points);
    } catch (InvalidProtocolBufferException e) {
      heard.rejections().add(message, "the payload is no Sparkplug B: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.warn("a message of {} could not be read", message.topic(), e);
      heard.rejections().add(message, "it could not be read: " + e.getMessage());
    }
  }

  private void read(BrokerMessage message, PointBatch.Builder points)
      throws InvalidProtocolBufferException {
    Optional<SparkplugTopic> topic = SparkplugTopic.parse(message.topic());
    if (topic.isEmpty()) {
      if (!message.topic().startsWith(HostState.topicOf(""))) {
        heard.rejections().add(message, "no topic of Sparkplug B: spBv1.0/group/type/node/device");
      }
      return;
    }
    Payload payload = Payload.parseFrom(message.payload());
    String key = topic.get().nodeKey();
    nodes
        .computeIfAbsent(key, EdgeNode::new)
        .accept(
            topic.get(), payload, Micros.of(clock.instant()), report(key, message.topic(), points));
  }

  private NodeReport report(String nodeKey, String topic, PointBatch.Builder points) {
    return new NodeReport(nodeKey, topic, tags, heard, rebirths, meter, clock, points);
  }
}
