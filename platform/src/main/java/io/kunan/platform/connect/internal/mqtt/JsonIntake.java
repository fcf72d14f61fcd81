package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.broker.BrokerMessage;
import io.kunan.platform.connect.internal.broker.HeardSources;
import io.kunan.platform.connect.internal.broker.PointGatherer;
import io.kunan.platform.connect.internal.broker.RejectedMessages;
import io.kunan.platform.connect.internal.flow.FlowMeter;
import io.kunan.platform.connect.internal.life.PointMaker;
import io.kunan.platform.connect.internal.life.TagState;
import io.kunan.platform.connect.internal.life.ToldValue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads messages by the mappings of a connection. What cannot be used is counted with its reason;
 * nothing that a message holds ends the connection.
 */
final class JsonIntake {
  private static final Logger LOG = LoggerFactory.getLogger(JsonIntake.class);
  private static final int LARGEST_PAYLOAD = 1 << 20;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<JsonMapping> mappings;
  private final HeardSources heard;
  private final RejectedMessages rejected;
  private final PointGatherer gatherer;
  private final PointMaker maker;
  private final FlowMeter meter;
  private final Clock clock;
  private volatile Map<String, TagState> tags = Map.of();

  JsonIntake(
      List<JsonMapping> mappings,
      HeardSources heard,
      PointGatherer gatherer,
      FlowMeter meter,
      Clock clock) {
    this.mappings = List.copyOf(mappings);
    this.heard = heard;
    this.rejected = heard.rejections();
    this.gatherer = gatherer;
    this.maker = new PointMaker(clock, true);
    this.meter = meter;
    this.clock = clock;
  }

  void setTags(Collection<TagState> wanted) {
    tags = wanted.stream().collect(Collectors.toMap(tag -> tag.node().nodeId(), tag -> tag));
  }

  /** Takes a message; it is acknowledged when what it told is durable. */
  void accept(BrokerMessage message) {
    List<JsonMapping.Reading> readings = new ArrayList<>();
    try {
      read(message, readings);
    } catch (RuntimeException e) {
      LOG.warn("a message of {} could not be read", message.topic(), e);
      rejected.add(message, "it could not be read: " + e.getMessage());
    }
    try {
      gatherer.add(points -> keep(message, readings, points), message.acknowledge());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(BrokerMessage message, List<JsonMapping.Reading> readings) {
    boolean mapped = false;
    JsonNode payload = null;
    for (JsonMapping mapping : mappings) {
      Optional<Map<String, String>> levels = mapping.topic().match(message.topic());
      if (levels.isEmpty()) {
        continue;
      }
      mapped = true;
      payload = payload == null ? parse(message) : payload;
      if (payload == null) {
        return;
      }
      mapping.read(levels.get(), payload, findings(message, readings));
    }
    if (!mapped) {
      rejected.add(message, "no mapping is for this topic");
    }
  }

  private JsonMapping.Findings findings(BrokerMessage message, List<JsonMapping.Reading> readings) {
    return new JsonMapping.Findings() {
      @Override
      public void found(JsonMapping.Reading reading) {
        readings.add(reading);
      }

      @Override
      public void refused(@Sentence String reason) {
        rejected.add(message, reason);
      }
    };
  }

  private @Nullable JsonNode parse(BrokerMessage message) {
    if (message.payload().length > LARGEST_PAYLOAD) {
      rejected.add(message, "the payload is larger than 1 MiB");
      return null;
    }
    try {
      JsonNode payload = JSON.readTree(message.payload());
      if (!payload.isMissingNode()) {
        return payload;
      }
      rejected.add(message, "the payload is empty");
    } catch (JacksonException e) {
      rejected.add(message, "the payload is no JSON: " + e.getOriginalMessage());
    }
    return null;
  }

  private void keep(
      BrokerMessage message, List<JsonMapping.Reading> readings, PointBatch.Builder points) {
    long now = clock.millis();
    int values = 0;
    for (JsonMapping.Reading reading : readings) {
      Object raw = raw(reading.value());
      ToldValue told = told(message, reading, raw);
      if (!heard.hear(reading.source(), told.shown())) {
        heard.describe(describe(reading.source(), raw), told.shown());
      }
      TagState tag = tags.get(reading.source());
      if (tag != null) {
        values++;
        tag.heard(now);
        maker.add(tag, told, points);
      }
    }
    meter.arrived(values, now);
  }

  private ToldValue told(BrokerMessage message, JsonMapping.Reading reading, @Nullable Object raw) {
    Long time = reading.time();
    short quality = reading.quality();
    if (time == null && message.retained()) {
      // Kept by the broker for nobody knows how long: the last value, but not of now.
      quality = Quality.worst(quality, Quality.UNCERTAIN_LAST_USABLE);
    }
    return new ToldValue(
        raw,
        time == null ? Micros.of(clock.instant()) : time,
        quality,
        Quality.isBad(quality) ? "the source says that the value is bad" : null);
  }

  private static @Nullable Object raw(JsonNode node) {
    return switch (node.getNodeType()) {
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      case STRING -> node.stringValue();
      case ARRAY ->
          new ToldValue.Unusable("an array is no value; let the mapping point to its elements");
      case OBJECT ->
          new ToldValue.Unusable("an object is no value; let the mapping point to its members");
      case BINARY, MISSING, NULL, POJO -> null;
    };
  }

  /** The parts of a name between its dots; a name of dots only is one part. */
  private static List<String> path(String source) {
    List<String> parts =
        Arrays.stream(source.split("\\.")).filter(part -> !part.isBlank()).toList();
    return parts.isEmpty() ? List.of(source) : parts;
  }

  private static HeardSources.Source describe(String source, @Nullable Object raw) {
    String type =
        switch (raw) {
          case Boolean b -> "Boolean";
          case String s -> "Text";
          case null, default -> "Number";
        };
    return new HeardSources.Source(
        source,
        path(source),
        type,
        null,
        null,
        null,
        raw instanceof ToldValue.Unusable unusable ? unusable.reason() : null);
  }
}
