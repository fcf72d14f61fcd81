package io.kunan.platform.alarms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SilenceTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag tag = plant.tag("volts", "V");
  private final Clock clock = Clock.systemUTC();

  private void watch(AlarmKind kind, double limit) {
    server
        .part(Alarms.class)
        .save(
            new AlarmRule(
                0,
                tag.id().value(),
                null,
                null,
                kind,
                1,
                limit,
                0,
                0,
                true,
                "无数据",
                "No data",
                null,
                null,
                null));
  }

  private void measure(Duration ago, double value, short quality) {
    long time = Micros.of(Instant.now().minus(ago));
    PointBatch point = PointBatch.builder(1).add(tag.id().value(), time, value, quality).build();
    server.part(Ingest.class).live(point);
  }

  private JsonNode alarms() {
    return server
        .as(Role.VIEWER)
        .get("/api/alarms?assetId=" + plant.pot1().value())
        .json()
        .path("items");
  }

  private void assertStandsSinceOneRaising(String what) {
    server.part(AlarmWatch.class).tick();
    assertThat(alarms()).as(what).hasSize(1);
    assertThat(alarms().path(0).path("state").asString()).as(what).isEqualTo("ACTIVE_UNACKED");
    assertThat(alarms().path(0).path("value").asDouble()).as(what).isCloseTo(3_600, within(60.0));
  }

  /** A watch that knows nothing yet, as after a start of the server. */
  private AlarmWatch restarted(Clock byClock) {
    RuleStore rules = server.part(RuleStore.class);
    AlarmWatch watch =
        new AlarmWatch(
            rules,
            server.part(OccurrenceStore.class),
            new SilenceStart(server.part(History.class), rules, byClock),
            server.part(Strays.class),
            server.part(AlarmCourse.class),
            server.part(Assets.class),
            byClock);
    watch.reload();
    return watch;
  }

  @Test
  void aSilenceLastsThroughChangesOfRulesAndTagsAndRestarts() {
    measure(Duration.ofHours(1), 3.94, Quality.GOOD);
    measure(Duration.ofMinutes(10), 0, Quality.BAD_NO_COMMUNICATION);
    watch(AlarmKind.STALE, 60);
    assertStandsSinceOneRaising("counted from the last usable value");
    watch(AlarmKind.LIMIT_HIGH, 99);
    assertStandsSinceOneRaising("another rule was made");
    plant.tag("amps", "kA");
    assertStandsSinceOneRaising("a tag was made");
    restarted(clock).tick();
    assertStandsSinceOneRaising("the server was restarted");
    measure(Duration.ZERO, 3.95, Quality.GOOD);
    assertThat(alarms().path(0).path("state").asString()).isEqualTo("CLEARED_UNACKED");
  }

  @Test
  void aTagThatNeverSpokeIsSilentFromWhenItsRuleWasMade() {
    watch(AlarmKind.STALE, 60);
    server.part(AlarmWatch.class).tick();
    assertThat(alarms()).isEmpty();
    restarted(Clock.offset(clock, Duration.ofHours(2))).tick();
    assertThat(alarms()).hasSize(1);
    assertThat(alarms().path(0).path("value").asDouble()).isCloseTo(7_200, within(60.0));
  }
}
