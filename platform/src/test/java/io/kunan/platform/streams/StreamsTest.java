package io.kunan.platform.streams;

import static io.kunan.platform.streams.PlantStreams.PATIENCE;
import static io.kunan.platform.streams.PlantStreams.points;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StreamsTest {
  private final PlantStreams streams = new PlantStreams();
  private final long now = Instant.now().getEpochSecond();

  @Test
  void aCalculatedTagFollowsItsInputsIntoHistoryAndLive() {
    int id = streams.start("ON", streams.resistance());
    Tag result = streams.server.part(Assets.class).tags().find(streams.name("R")).orElseThrow();
    assertThat(result.unit()).isEqualTo("µΩ");
    assertThat(result.asset()).isEqualTo(streams.plant.pot1());
    PointBatch.Builder both = streams.points(streams.voltage, now, 4.15, 4.15, 4.15, 4.20, 4.20);
    streams.live(points(both, streams.current, now, 500, 500, 500, 500, 500));
    await().atMost(PATIENCE).until(() -> streams.stored(result.name()).size() >= 3);
    assertThat(streams.stored(result.name()).get(now)).isCloseTo(5.0, within(1e-9));
    JsonNode live =
        streams.engineer.get("/api/live/values?tags=" + result.id().value()).json().path(0);
    assertThat(live.path("value").asDouble()).isCloseTo(5.0, within(0.2));
    await()
        .atMost(PATIENCE)
        .until(() -> streams.job(id).path("state").path("stand").asString().equals("RUNNING"));
    // the count is told after the points are stored
    await()
        .atMost(PATIENCE)
        .until(() -> streams.job(id).path("state").path("pointsOut").asInt() > 0);
    assertThat(streams.server.as(Role.ADMIN).get("/api/audit").body())
        .contains("STREAM_JOB_CREATED");
  }

  @Test
  void aRuleRaisesAnAlarmAfterConfirmedTimeAndClearsItBelowItsHysteresis() {
    int id = streams.start("ON", streams.hot(4.5));
    streams.live(streams.points(streams.voltage, now, 4.1, 4.6, 4.6, 4.1, 4.6, 4.6, 4.7, 4.6));
    streams.live(streams.points(streams.voltage, now + 8, 4.6, 4.6, 4.6));
    await().atMost(PATIENCE).until(() -> streams.openAlarms().size() == 1);
    JsonNode alarm = streams.openAlarms().getFirst();
    assertThat(alarm.path("kind").asString()).isEqualTo("STREAM");
    assertThat(alarm.path("priority").asInt()).isEqualTo(2);
    assertThat(alarm.path("raisedAt").asString()).startsWith(second(now + 7));
    JsonNode event = streams.events().getFirst();
    assertThat(event.path("start").asString()).startsWith(second(now + 4));
    assertThat(event.path("end").isNull() || event.path("end").isMissingNode()).isTrue();
    streams.live(streams.points(streams.voltage, now + 11, 4.4, 4.4, 4.2, 4.2, 4.2, 4.2));
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                streams.openAlarms().getFirst().path("state").asString().equals("CLEARED_UNACKED"));
    assertThat(streams.events().getFirst().path("end").asString()).startsWith(second(now + 13));
    assertThat(streams.job(id).path("state").path("firings").asInt()).isEqualTo(1);
  }

  private static String second(long epoch) {
    return Instant.ofEpochSecond(epoch).toString().substring(0, 19);
  }

  @Test
  void aJobThatIsSwitchedOffLeavesNoAlarmStanding() {
    int id = streams.start("ON", streams.hot(4.5));
    streams.live(streams.points(streams.voltage, now, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6));
    await().atMost(PATIENCE).until(() -> streams.openAlarms().size() == 1);
    var answer = streams.engineer.put("/api/streams/%d/mode".formatted(id), Map.of("mode", "OFF"));
    assertThat(answer.json().path("state").path("stand").asString()).isEqualTo("OFF");
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                streams.openAlarms().getFirst().path("state").asString().equals("CLEARED_UNACKED"));
    assertThat(streams.events().getFirst().path("end").isString()).isTrue();
    assertThat(streams.engineer.delete("/api/streams/" + id).status()).isEqualTo(204);
    assertThat(streams.openAlarms().getFirst().path("endedBy").asString())
        .as("what it raised stays readable without it")
        .isEqualTo("JOB_STOPPED");
  }

  @Test
  void aDryRunIsWatchedAndHasNoEffect() {
    int id = streams.start("DRY_RUN", streams.hot(4.5));
    streams.live(streams.points(streams.voltage, now, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6, 4.6));
    await()
        .atMost(PATIENCE)
        .until(() -> streams.job(id).path("state").path("firings").asInt() == 1);
    assertThat(streams.openAlarms()).isEmpty();
    assertThat(streams.events()).isEmpty();
    streams.engineer.put("/api/streams/%d/mode".formatted(id), Map.of("mode", "ON"));
    await().atMost(PATIENCE).until(() -> streams.openAlarms().size() == 1);
  }

  @Test
  void aNewJobLooksBackAnHour() {
    PointBatch.Builder both = streams.points(streams.voltage, now - 100, 4.15, 4.2);
    streams.live(points(both, streams.current, now - 200, 500));
    streams.start("ON", streams.resistance());
    await().atMost(PATIENCE).until(() -> streams.stored(streams.name("R")).size() == 2);
    assertThat(streams.stored(streams.name("R")).get(now - 99)).isCloseTo(5.1, within(1e-9));
  }

  @Test
  void correctedInputsAreWorkedOutAnew() {
    streams.start("ON", streams.resistance());
    PointBatch.Builder both = streams.points(streams.voltage, now - 300, 4.15, 4.15, 4.15);
    streams.live(points(both, streams.current, now - 300, 500, 500, 500));
    streams.live(streams.points(streams.voltage, now, 4.15));
    await().atMost(PATIENCE).until(() -> streams.stored(streams.name("R")).size() >= 3);
    streams.past(streams.points(streams.voltage, now - 299, 5.15));
    await()
        .atMost(PATIENCE)
        .until(() -> Math.abs(streams.stored(streams.name("R")).get(now - 299) - 7) < 1e-9);
    assertThat(streams.stored(streams.name("R")).get(now - 300)).isCloseTo(5, within(1e-9));
  }

  @Test
  void pointsOfACutConnectionAreNotLate() {
    int id = streams.start("ON", streams.resistance());
    PointBatch.Builder both = streams.points(streams.voltage, now - 400, 4.15, 4.15, 4.15);
    streams.live(points(both, streams.current, now - 400, 500, 500, 500));
    await().atMost(PATIENCE).until(() -> streams.stand(id).equals("RUNNING"));
    for (int part = 0; part < 4; part++) {
      streams.live(streams.points(streams.voltage, now - 300 + part, 4.15));
      streams.live(streams.points(streams.current, now - 300 + part, 500));
    }
    await().atMost(PATIENCE).until(() -> streams.stored(streams.name("R")).size() >= 7);
    assertThat(streams.job(id).path("state").path("late").asInt()).isZero();
  }

  @Test
  void aFaultNamesItsField() {
    Map<String, Object> wrongUnit = new LinkedHashMap<>(streams.resistance());
    wrongUnit.put("expression", "(v - 1.65) / i");
    assertThat(fault(wrongUnit).path("field").asString()).isEqualTo("expression");
    assertThat(fault(wrongUnit).path("remedy").asString()).contains("to(");
    Map<String, Object> noTag = new LinkedHashMap<>(streams.resistance());
    noTag.put("inputs", Map.of("v", "NOT.THERE", "i", streams.name("I")));
    assertThat(fault(noTag).path("field").asString()).isEqualTo("inputs.v");
    assertThat(fault(streams.hot("high")).path("field").asString()).isEqualTo("above");
    assertThat(streams.engineer.post("/api/streams", streams.wish("ON", noTag)).status())
        .isEqualTo(400);
    JsonNode good = check(streams.resistance());
    assertThat(good.path("fault").isObject()).isFalse();
    assertThat(good.path("places").path(0).path("tagIds").size()).isEqualTo(2);
  }

  private JsonNode check(Map<String, Object> definition) {
    return streams.engineer.post("/api/streams/check", Map.of("definition", definition)).json();
  }

  private JsonNode fault(Map<String, Object> definition) {
    return check(definition).path("fault");
  }

  @Test
  void aTrialCountsWhatWouldHaveFired() {
    long then = now - 86_400;
    streams.past(
        streams.points(
            streams.voltage,
            then,
            4.1,
            4.6,
            4.6,
            4.6,
            4.7,
            4.6,
            4.1,
            4.1,
            4.6,
            4.6,
            4.6,
            4.6,
            4.1));
    Map<String, Object> wish =
        Map.of(
            "definition",
            streams.hot(4.5),
            "from",
            Instant.ofEpochSecond(then - 3_600).toString(),
            "to",
            Instant.ofEpochSecond(then + 3_600).toString());
    JsonNode found = streams.engineer.post("/api/streams/trial", wish).json();
    assertThat(found.path("fired").asInt()).isEqualTo(2);
    assertThat(found.path("whole").asBoolean()).isTrue();
    assertThat(found.path("points").asInt()).isEqualTo(13);
    JsonNode first = found.path("periods").path(0);
    assertThat(first.path("start").asString()).startsWith(second(then + 1));
    assertThat(first.path("end").asString()).startsWith(second(then + 6));
    assertThat(first.path("attributes").path("peak").asDouble()).isEqualTo(4.7);
    assertThat(streams.openAlarms()).isEmpty();
  }

  @Test
  void jobsOfAnotherPlantDoNotExist() {
    int id = streams.start("DRY_RUN", streams.hot(4.5));
    TestPlant other = TestPlant.in(streams.server);
    TestClient stranger = streams.server.as(Role.ENGINEER, Set.of(other.plant().value()));
    assertThat(stranger.get("/api/streams").json().size()).isZero();
    for (String path : List.of("", "/versions")) {
      assertThat(stranger.get("/api/streams/%d%s".formatted(id, path)).status()).isEqualTo(404);
    }
    var saved = stranger.put("/api/streams/" + id, streams.wish("ON", streams.hot(4.4))).status();
    assertThat(saved).isEqualTo(404);
    JsonNode fault =
        stranger
            .post("/api/streams/check", Map.of("definition", streams.hot(4.5)))
            .json()
            .path("fault");
    assertThat(fault.path("found").asString())
        .isEqualTo("tag “%s” is not known".formatted(streams.name("V")));
    assertThat(stranger.post("/api/streams", streams.wish("ON", streams.hot(4.5))).status())
        .isEqualTo(400);
  }

  @Test
  void whoChangesAnOldVersionIsTold() {
    int id = streams.start("OFF", streams.hot(4.5));
    Map<String, Object> change = new LinkedHashMap<>(streams.wish("OFF", streams.hot(4.4)));
    change.put("version", 1);
    assertThat(streams.engineer.put("/api/streams/" + id, change).status()).isEqualTo(200);
    assertThat(streams.engineer.put("/api/streams/" + id, change).status()).isEqualTo(409);
    JsonNode versions = streams.engineer.get("/api/streams/%d/versions".formatted(id)).json();
    assertThat(versions.size()).isEqualTo(2);
    assertThat(versions.path(1).path("definition").path("above").asDouble()).isEqualTo(4.5);
  }

  @Test
  void jobsThatWouldReadEachOtherInARingAreRefused() {
    streams.start("ON", streams.resistance());
    Map<String, Object> ring =
        Map.of(
            "kind",
            "calculation",
            "inputs",
            Map.of("r", streams.name("R"), "x", streams.name("X")),
            "expression",
            "r + x",
            "output",
            Map.of("tag", streams.name("X")));
    streams.plant.tag("X", "");
    var answer = streams.engineer.post("/api/streams", streams.wish("ON", ring));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("inputs");
  }
}
