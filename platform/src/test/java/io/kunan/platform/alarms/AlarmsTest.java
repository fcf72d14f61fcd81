package io.kunan.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlarmsTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag tag = plant.tag("bathTemperature", "°C");
  private final TestClient operator = server.as(Role.OPERATOR);
  private long second = Instant.now().getEpochSecond() + 60;

  @BeforeEach
  void watchTheLine() {
    Map<String, Object> rule =
        Map.of(
            "id",
            0,
            "assetId",
            plant.line().value(),
            "quantity",
            "bathTemperature",
            "kind",
            "LIMIT_HIGH",
            "priority",
            2,
            "limit",
            975,
            "deadband",
            2,
            "delaySeconds",
            5,
            "enabled",
            true,
            "title",
            Map.of("zh", "槽温高", "en", "Bath hot"));
    assertThat(server.as(Role.ENGINEER).post("/api/alarm-rules", rule).status()).isEqualTo(200);
  }

  private void measure(double value) {
    second += 5;
    server
        .part(Ingest.class)
        .live(
            PointBatch.builder(1)
                .add(tag.id().value(), second * Micros.PER_SECOND, value, Quality.GOOD)
                .build());
  }

  private JsonNode open() {
    return operator.get("/api/alarms?assetId=" + plant.line().value()).json().path("items");
  }

  @Test
  void anAlarmGoesFromRaisedToAcknowledgedToClosed() {
    measure(980);
    assertThat(open()).isEmpty();
    measure(981);
    JsonNode alarm = open().path(0);
    assertThat(alarm.path("state").asString()).isEqualTo("ACTIVE_UNACKED");
    assertThat(alarm.path("value").asDouble()).isEqualTo(981);
    assertThat(alarm.path("detail").path("zh").asString()).contains("高于限值");
    long id = alarm.path("id").asLong();
    var acknowledged = operator.post("/api/alarms/%d/acknowledge".formatted(id), Map.of());
    assertThat(acknowledged.json().path("state").asString()).isEqualTo("ACTIVE_ACKED");
    measure(974);
    assertThat(open()).as("inside the dead-band it stands").hasSize(1);
    measure(960);
    assertThat(open()).isEmpty();
  }

  @Test
  void anAlarmThatComesBackBeforeAnyoneSawItIsTheSameAlarm() {
    measure(980);
    measure(981);
    long id = open().path(0).path("id").asLong();
    measure(960);
    assertThat(open().path(0).path("state").asString()).isEqualTo("CLEARED_UNACKED");
    measure(985);
    measure(986);
    assertThat(open()).hasSize(1);
    assertThat(open().path(0).path("id").asLong()).isEqualTo(id);
    assertThat(open().path(0).path("state").asString()).isEqualTo("ACTIVE_UNACKED");
  }

  @Test
  void aShelvedAlarmWaitsWithItsReasonAndNotForLongerThanAllowed() {
    measure(980);
    measure(981);
    String path = "/api/alarms/%d/shelve".formatted(open().path(0).path("id").asLong());
    assertThat(operator.post(path, Map.of("minutes", 600, "reason", "x")).status()).isEqualTo(400);
    operator.post(path, Map.of("minutes", 60, "reason", "sensor is being changed"));
    assertThat(open().path(0).path("state").asString()).isEqualTo("SHELVED");
    assertThat(open().path(0).path("shelveReason").asString()).contains("sensor");
  }

  @Test
  void peopleOfOtherSitesNeitherSeeNorAcknowledgeIt() {
    measure(980);
    measure(981);
    long id = open().path(0).path("id").asLong();
    TestPlant other = TestPlant.in(server);
    TestClient stranger = server.as(Role.OPERATOR, Set.of(other.plant().value()));
    assertThat(stranger.get("/api/alarms").json().path("items")).isEmpty();
    assertThat(stranger.post("/api/alarms/acknowledge", Map.of("ids", List.of(id))).status())
        .isEqualTo(404);
  }

  @Test
  void anAlarmStandsAgainAfterARestartWithoutBeingRaisedTwice() {
    measure(980);
    measure(981);
    // changing any rule makes the watch take up everything from the database again
    watchTheLine();
    measure(982);
    measure(983);
    assertThat(open().valueStream().filter(a -> a.path("raisedAt").isString()))
        .as("one alarm for each of the two rules")
        .hasSize(2);
  }
}
