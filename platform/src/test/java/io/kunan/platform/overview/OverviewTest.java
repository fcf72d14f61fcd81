package io.kunan.platform.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.alarms.ModelCondition;
import io.kunan.platform.alarms.StreamCondition;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OverviewTest {
  private static final Duration NOW = Duration.ZERO;

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag tag = plant.tag(volts());
  private final Alarms alarms = server.part(Alarms.class);
  private final TestClient viewer = server.as(Role.VIEWER, Set.of(plant.plant().value()));

  /** Good from 3.8 to 4.1 V. */
  private static TagTraits volts() {
    return new TagTraits(
        "volts",
        new Text("槽电压", "Pot voltage"),
        Text.same(""),
        "V",
        3.0,
        6.0,
        3.8,
        4.1,
        false,
        List.of(),
        TagTraits.DEFAULT_CLASS,
        null,
        false);
  }

  private void watch(AlarmKind kind, int priority, double limit) {
    alarms.save(
        new AlarmRule(
            0,
            tag.id().value(),
            null,
            null,
            kind,
            priority,
            limit,
            0,
            0,
            true,
            "电压",
            "Voltage",
            null,
            null,
            null));
  }

  private void measure(Duration ago, double value) {
    long time = Micros.of(Instant.now().minus(ago));
    server
        .part(Ingest.class)
        .live(PointBatch.builder(1).add(tag.id().value(), time, value, Quality.GOOD).build());
  }

  private JsonNode overview() {
    return viewer.get("/api/overview").json();
  }

  /** The only row there is. */
  private JsonNode row() {
    JsonNode rows = overview().path("abnormal");
    assertThat(rows).hasSize(1);
    return rows.path(0);
  }

  private static void assertNoRange(JsonNode row) {
    for (String end : List.of("low", "high", "scaleLow", "scaleHigh")) {
      assertThat(row.path(end).isNumber()).as("%s of %s", end, row).isFalse();
    }
  }

  @Test
  void aBrokenLimitShowsTheLiveValueInItsRange() {
    watch(AlarmKind.LIMIT_HIGH, 1, 4.2);
    measure(Duration.ofSeconds(5), 4.3);
    measure(NOW, 4.5);
    assertThat(row().path("value").asDouble()).isEqualTo(4.5);
    assertThat(row().path("unit").asString()).isEqualTo("V");
    assertThat(row().path("low").asDouble()).isEqualTo(3.8);
    assertThat(row().path("high").asDouble()).isEqualTo(4.1);
    assertThat(row().path("scaleLow").asDouble()).isCloseTo(3.65, within(1e-9));
    assertThat(row().path("scaleHigh").asDouble()).isCloseTo(4.25, within(1e-9));
  }

  @Test
  void aLimitBrokenFromBelowShowsTheLiveValueToo() {
    watch(AlarmKind.LIMIT_LOW, 1, 3.7);
    measure(Duration.ofSeconds(5), 3.6);
    measure(NOW, 3.5);
    assertThat(row().path("value").asDouble()).isEqualTo(3.5);
    assertThat(row().path("unit").asString()).isEqualTo("V");
    assertThat(row().path("low").asDouble()).isEqualTo(3.8);
  }

  @Test
  void aRateShowsTheRateAndNotTheValue() {
    watch(AlarmKind.RATE, 2, 1);
    measure(Duration.ofSeconds(60), 3.94);
    measure(NOW, 5.94);
    assertThat(row().path("value").asDouble()).isCloseTo(2, within(0.05));
    assertThat(row().path("unit").asString()).isEqualTo("V/min");
    assertNoRange(row());
  }

  @Test
  void aSilenceShowsItsLengthAndNotTheValue() {
    measure(Duration.ofSeconds(100), 3.94);
    watch(AlarmKind.STALE, 2, 60);
    await().until(() -> overview().path("abnormal").size() == 1);
    assertThat(row().path("value").asDouble()).isBetween(100.0, 130.0);
    assertThat(row().path("unit").asString()).isEqualTo("s");
    assertNoRange(row());
  }

  @Test
  void aModelShowsItsOwnFigure() {
    measure(NOW, 3.94);
    alarms.judge(
        ModelCondition.SILENT,
        plant.code() + ".model",
        plant.pot1(),
        tag.id(),
        new Text("电压预测", "Voltage forecast"),
        7_200);
    assertThat(row().path("value").asDouble()).isEqualTo(7_200);
    assertThat(row().path("unit").asString()).isEqualTo("s");
    assertNoRange(row());
  }

  @Test
  void aRuleOfTheStreamsShowsItsOwnFigure() {
    measure(NOW, 3.94);
    StreamCondition condition =
        new StreamCondition(
            900_000 + plant.pot1().value(),
            plant.plant(),
            new Text("电压波动", "Voltage unsteady"),
            2,
            StreamCondition.Comparison.ABOVE,
            5);
    alarms.judge(condition, tag, true, 7.5, Instant.now());
    assertThat(row().path("value").asDouble()).isEqualTo(7.5);
    assertThat(row().path("unit").asString()).isEmpty();
    assertNoRange(row());
  }

  @Test
  void equipmentIsOneRowToldByItsMostUrgentAlarmAndCountedOnce() {
    JsonNode unheard = overview();
    assertThat(unheard.path("sentence").path("en").asString()).contains("no live data");
    assertThat(unheard.path("heard").asBoolean(true)).isFalse();
    measure(NOW, 3.94);
    JsonNode well = overview();
    assertThat(well.path("sentence").path("en").asString()).contains("nothing abnormal");
    assertThat(well.path("heard").asBoolean()).isTrue();
    watch(AlarmKind.RATE, 3, 1);
    watch(AlarmKind.LIMIT_HIGH, 1, 4.2);
    measure(Duration.ofSeconds(60), 3.94);
    measure(NOW, 5.94);
    assertThat(row().path("priority").asInt()).isEqualTo(1);
    assertThat(row().path("alarmIds")).hasSize(2);
    assertThat(row().path("path").path("en").asString()).endsWith("L1 / P001");
    JsonNode all = overview();
    assertThat(all.path("abnormalCount").asInt()).isEqualTo(1);
    assertThat(all.path("sentence").path("zh").asString()).contains("1 台设备异常");
    JsonNode site = all.path("sites").path(0).path("alarms");
    assertThat(site.path("p1").asInt()).isEqualTo(1);
    assertThat(site.path("p3").asInt()).isEqualTo(1);
    JsonNode first = all.path("figures").path(0);
    assertThat(first.path("code").asString()).isEqualTo("alarms");
    assertThat(first.path("value").asDouble()).isEqualTo(2);
  }
}
