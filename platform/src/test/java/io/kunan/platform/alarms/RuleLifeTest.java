package io.kunan.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What becomes of the alarms of a rule that watches no longer. */
class RuleLifeTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag tag = plant.tag("bathTemperature", "°C");
  private final Tag other = plant.tag("cathodeTemperature", "°C");
  private final TestClient engineer = server.as(Role.ENGINEER, Set.of(plant.plant().value()));

  private final Map<String, Object> rule =
      new HashMap<>(
          Map.of(
              "id", 0,
              "tagId", tag.id().value(),
              "kind", "LIMIT_HIGH",
              "priority", 2,
              "limit", 975,
              "deadband", 2,
              "delaySeconds", 0,
              "enabled", true,
              "title", Map.of("zh", "槽温高", "en", "Bath hot")));

  private String ruleThatRaised() {
    long id = engineer.post("/api/alarm-rules", rule).json().path("id").asLong();
    measure(981);
    assertThat(alarm().path("state").asString()).isEqualTo("ACTIVE_UNACKED");
    return "/api/alarm-rules/" + id;
  }

  private void measure(double value) {
    long now = Micros.of(Instant.now());
    server
        .part(Ingest.class)
        .live(PointBatch.builder(1).add(tag.id().value(), now, value, Quality.GOOD).build());
  }

  private JsonNode alarm() {
    return engineer.get("/api/alarms?state=all").json().path("items").path(0);
  }

  private void assertOver(AlarmEnd why) {
    assertThat(alarm().path("state").asString()).isEqualTo("CLEARED_UNACKED");
    assertThat(alarm().path("clearedAt").isString()).isTrue();
    assertThat(alarm().path("endedBy").asString()).isEqualTo(why.name());
  }

  @Test
  void theAlarmOfARuleThatIsSwitchedOffIsOverAndComesBackWithIt() {
    String path = ruleThatRaised();
    rule.put("enabled", false);
    assertThat(engineer.put(path, rule).status()).isEqualTo(200);
    assertOver(AlarmEnd.RULE_DISABLED);
    rule.put("enabled", true);
    engineer.put(path, rule);
    measure(982);
    assertThat(alarm().path("state").asString()).isEqualTo("ACTIVE_UNACKED");
    assertThat(alarm().path("endedBy").isMissingNode() || alarm().path("endedBy").isNull())
        .isTrue();
  }

  @Test
  void theAlarmOfARuleThatTurnsToAnotherTagIsOver() {
    String path = ruleThatRaised();
    rule.put("tagId", other.id().value());
    assertThat(engineer.put(path, rule).status()).isEqualTo(200);
    assertOver(AlarmEnd.TAG_LEFT);
  }

  @Test
  void theAlarmOfATagThatIsDeletedIsOver() {
    ruleThatRaised();
    server.part(Assets.class).deleteTag(tag.id());
    assertOver(AlarmEnd.TAG_LEFT);
  }

  @Test
  void aRetiredRuleWatchesNoLongerAndItsAlarmsStayReadable() {
    String path = ruleThatRaised();
    assertThat(engineer.delete(path).status()).isEqualTo(200);
    assertOver(AlarmEnd.RULE_RETIRED);
    assertThat(alarm().path("title").path("zh").asString()).isEqualTo("槽温高");
    assertThat(engineer.get(path).json().path("limit").asDouble()).isEqualTo(975);
    assertThat(engineer.get("/api/alarm-rules").json()).isEmpty();
    assertThat(engineer.put(path, rule).status()).isEqualTo(404);
    assertThat(engineer.delete(path).status()).isEqualTo(404);
    measure(983);
    assertThat(alarm().path("state").asString()).isEqualTo("CLEARED_UNACKED");
  }

  @Test
  void theKindOfARuleStaysAsItsAlarmsAreReadByIt() {
    String path = ruleThatRaised();
    rule.put("kind", "STALE");
    var answer = engineer.put(path, rule);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("remedy").asString()).contains("retire it");
    assertThat(alarm().path("kind").asString()).isEqualTo("LIMIT_HIGH");
  }
}
