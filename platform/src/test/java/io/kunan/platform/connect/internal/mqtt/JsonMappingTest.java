package io.kunan.platform.connect.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings.QualityFormat;
import io.kunan.platform.connect.internal.settings.JsonMappingSettings.TimeFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class JsonMappingTest {
  private final List<JsonMapping.Reading> readings = new ArrayList<>();
  private final List<String> refusals = new ArrayList<>();

  private void read(JsonMapping mapping, String topic, String payload) {
    mapping.read(
        mapping.topic().match(topic).orElseThrow(),
        JsonMapper.shared().readTree(payload),
        new JsonMapping.Findings() {
          @Override
          public void found(JsonMapping.Reading reading) {
            readings.add(reading);
          }

          @Override
          public void refused(String reason) {
            refusals.add(reason);
          }
        });
  }

  private static JsonMapping mapping(
      String topic, String value, @Nullable String time, TimeFormat format, String name) {
    return JsonMapping.of(
        new JsonMappingSettings(topic, value, time, format, null, QualityFormat.WORD, name));
  }

  @ParameterizedTest
  @CsvSource({
    "a/{x}/c, a/b/c, true",
    "a/{x}/c, a/b/d, false",
    "a/{x}/c, a/b/c/d, false",
    "a/+/#, a/b, true",
    "a/+/#, a/b/c/d, true",
    "a/+/#, a, false",
    "#, a/b, true",
    "{x}, a/b, false"
  })
  void topicsMatchAsBrokersMatchThem(String pattern, String topic, boolean matches) {
    assertThat(TopicPattern.parse(pattern).match(topic).isPresent()).isEqualTo(matches);
  }

  @Test
  void namedLevelsAreWildcardsForTheBroker() {
    assertThat(TopicPattern.parse("plant/{line}/+/{pot}/#").filter()).isEqualTo("plant/+/+/+/#");
  }

  @Test
  void oneMessageOfManySignalsBecomesManyReadings() {
    JsonMapping mapping =
        mapping(
            "plant/{line}/{pot}",
            "/values/{signal}",
            "/ts",
            TimeFormat.ISO_8601,
            "{line}.{pot}.{signal}");
    read(
        mapping,
        "plant/L1/P7",
        "{\"ts\":\"2026-11-20T08:00:00.250+08:00\",\"values\":{\"V\":4.1,\"I\":500}}");
    assertThat(readings)
        .extracting(JsonMapping.Reading::source)
        .containsExactly("L1.P7.V", "L1.P7.I");
    assertThat(readings)
        .extracting(JsonMapping.Reading::time)
        .containsOnly(Micros.of(Instant.parse("2026-11-20T00:00:00.250Z")));
  }

  @Test
  void elementsOfAnArrayHaveTheirOwnTimeQualityAndName() {
    JsonMapping mapping =
        JsonMapping.of(
            new JsonMappingSettings(
                "edge/{line}",
                "/{i}/value",
                "/{i}/at",
                TimeFormat.EPOCH_S,
                "/{i}/q",
                QualityFormat.OPC_DA,
                "{line}.{/{i}/name}"));
    read(
        mapping,
        "edge/L2",
        "[{\"name\":\"T\",\"value\":955,\"at\":1763620000.5,\"q\":192},"
            + "{\"name\":\"U\",\"value\":4.1,\"at\":1763620001,\"q\":64},"
            + "{\"name\":\"X\",\"value\":1,\"at\":\"late\",\"q\":192},"
            + "{\"name\":\"Y\",\"value\":1,\"at\":1763620001,\"q\":900}]");
    assertThat(readings).extracting(JsonMapping.Reading::source).containsExactly("L2.T", "L2.U");
    assertThat(readings.get(0).time()).isEqualTo(1_763_620_000_500_000L);
    assertThat(readings.get(1).quality()).isEqualTo(Quality.UNCERTAIN);
    assertThat(refusals).hasSize(2);
    assertThat(refusals.get(0)).contains("L2.X", "late", "EPOCH_S");
    assertThat(refusals.get(1)).contains("L2.Y", "900", "OPC_DA");
  }

  @Test
  void aPayloadThatIsTheValueNeedsNoPointer() {
    read(mapping("t/{a}", "", null, TimeFormat.EPOCH_MS, "{a}"), "t/x", "4.25");
    assertThat(readings.getFirst().value().doubleValue()).isEqualTo(4.25);
    assertThat(readings.getFirst().time()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "1763620000.123456, EPOCH_S, 1763620000123456",
    "1763620000123, EPOCH_MS, 1763620000123000",
    "1763620000123456, EPOCH_US, 1763620000123456",
    "'\"1763620000123\"', EPOCH_MS, 1763620000123000",
    "'\"2025-11-20T06:26:40.123456Z\"', ISO_8601, 1763620000123456"
  })
  void readsTimesToTheMicrosecond(String told, TimeFormat format, long micros) {
    read(mapping("t", "/v", "/t", format, "x"), "t", "{\"v\":1,\"t\":%s}".formatted(told));
    assertThat(readings.getFirst().time()).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource({
    "1763620000, EPOCH_MS",
    "1763620000123, EPOCH_S",
    "'\"2025-11-20T06:26:40\"', ISO_8601",
    "1e300, EPOCH_S",
    "'\"1e999999999\"', EPOCH_S",
    "'\"1e-999999999\"', EPOCH_MS",
    "null, EPOCH_MS"
  })
  void refusesTimesOfAnotherFormatRatherThanToGuess(String told, TimeFormat format) {
    read(mapping("t", "/v", "/t", format, "x"), "t", "{\"v\":1,\"t\":%s}".formatted(told));
    assertThat(readings).isEmpty();
    assertThat(refusals).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a/#/b, /v, , x, topic",
    "a{b}, /v, , x, topic",
    "{a}/{a}, /v, , x, topic",
    "t, v, , x, value",
    "t/{a}, /{a}, , x, value",
    "t, /{s}, , x, name",
    "t, /v, /{s}/t, x, time",
    "t, /v, , {y}, name",
    "t, /v, , {y, name"
  })
  void refusesMappingsThatCannotBeFollowed(
      String topic, String value, @Nullable String time, String name, String field) {
    assertThatThrownBy(() -> mapping(topic, value, time, TimeFormat.EPOCH_MS, name))
        .isInstanceOfSatisfying(InputException.class, e -> assertThat(e.where()).isEqualTo(field));
  }

  @Property(tries = 300)
  void noPayloadBreaksIt(@ForAll String text, @ForAll double number, @ForAll boolean nested) {
    readings.clear();
    String word = JsonMapper.shared().writeValueAsString(text);
    String leaf = Double.isFinite(number) ? String.valueOf(number) : "null";
    String payload =
        nested
            ? "{\"m\":{%s:{\"v\":%s,\"t\":%s}}}".formatted(word, leaf, word)
            : "{\"m\":[%s,{\"v\":%s,\"t\":%s}]}".formatted(word, word, leaf);
    read(mapping("t", "/m/{k}/v", "/m/{k}/t", TimeFormat.ISO_8601, "{k}"), "t", payload);
    assertThat(readings).isEmpty();
  }
}
