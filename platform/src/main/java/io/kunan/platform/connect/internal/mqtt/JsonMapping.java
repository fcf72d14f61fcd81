package io.kunan.platform.connect.internal.mqtt;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Sentence;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One mapping, ready to read messages. */
record JsonMapping(
    TopicPattern topic,
    PayloadPath value,
    @Nullable PayloadPath time,
    JsonMappingSettings.TimeFormat timeFormat,
    @Nullable PayloadPath quality,
    JsonMappingSettings.QualityFormat qualityFormat,
    NamePattern name) {
  private static final int LONGEST_NAME = 500;

  /**
   * A value that a message told.
   *
   * @param source name of the source
   * @param value a node of the payload
   * @param time microseconds UTC; null when the message tells none
   */
  record Reading(String source, JsonNode value, @Nullable Long time, short quality) {}

  /** Takes what is read from a message. */
  interface Findings {
    void found(Reading reading);

    /** A part of the message cannot be used. */
    void refused(@Sentence String reason);
  }

  /** Refuses a mapping that cannot be followed. */
  static JsonMapping of(JsonMappingSettings told) {
    JsonMapping mapping =
        new JsonMapping(
            TopicPattern.parse(told.topic()),
            PayloadPath.parse("value", told.value()),
            optional("time", told.time()),
            told.timeFormat(),
            optional("quality", told.quality()),
            told.qualityFormat(),
            NamePattern.parse(told.name()));
    mapping.check();
    return mapping;
  }

  private static @Nullable PayloadPath optional(String field, @Nullable String pointer) {
    return pointer == null || pointer.isBlank() ? null : PayloadPath.parse(field, pointer);
  }

  private void check() {
    Set<String> known = new HashSet<>(topic.names());
    for (String each : value.names()) {
      if (!known.add(each)) {
        throw new InputException(
            "value",
            "{%s} is a level of the topic already".formatted(each),
            "give the level of the payload another name");
      }
      if (!name.names().contains(each)) {
        throw new InputException(
            "name",
            "{%s} is missing: several values would get one name".formatted(each),
            "put {%s} into the name".formatted(each));
      }
    }
    requireKnown("name", name.names(), known);
    requireKnown("time", time == null ? Set.of() : time.names(), value.names());
    requireKnown("quality", quality == null ? Set.of() : quality.names(), value.names());
  }

  private static void requireKnown(String field, Set<String> used, Set<String> known) {
    for (String each : used) {
      if (!known.contains(each)) {
        throw new InputException(
            field,
            "{%s} is no named level here".formatted(each),
            known.isEmpty() ? "there is none" : "use " + String.join(", ", known));
      }
    }
  }

  /**
   * Reads a message.
   *
   * @param levels named levels of its topic
   */
  void read(Map<String, String> levels, JsonNode payload, Findings findings) {
    int[] places = {0};
    value.each(
        payload,
        levels,
        (names, node) -> {
          places[0]++;
          read(names, node, payload, findings);
        });
    if (places[0] == 0) {
      findings.refused("the payload has no value at /" + String.join("/", value.levels()));
    }
  }

  private void read(Map<String, String> names, JsonNode node, JsonNode payload, Findings findings) {
    Optional<String> source = name.of(names, payload);
    if (source.isEmpty()) {
      findings.refused("the payload lacks a field of the name");
      return;
    }
    if (source.get().length() > LONGEST_NAME) {
      findings.refused("the name is longer than %d characters".formatted(LONGEST_NAME));
      return;
    }
    Refusing refuse = why -> findings.refused("%s: %s".formatted(source.get(), why));
    Long at = null;
    if (time != null) {
      Optional<Long> read =
          JsonTimes.read(time.find(payload, names).orElse(null), timeFormat, refuse);
      if (read.isEmpty()) {
        return;
      }
      at = read.get();
    }
    Optional<Short> judged =
        quality == null
            ? Optional.of(Quality.GOOD)
            : JsonQualities.read(quality.find(payload, names).orElse(null), qualityFormat, refuse);
    if (judged.isPresent()) {
      findings.found(new Reading(source.get(), node, at, judged.get()));
    }
  }
}
