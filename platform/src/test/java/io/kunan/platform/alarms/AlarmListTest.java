package io.kunan.platform.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Pages of alarms, by time, asset and priority. */
class AlarmListTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Tag first = plant.tag("bathTemperature", "°C");
  private final Tag second =
      plant.tag(plant.pot2(), "P002", TagTraits.of("level", Text.same("level"), "cm"));
  private final TestClient operator = server.as(Role.OPERATOR, Set.of(plant.plant().value()));

  /**
   * Three alarms: at noon of the first tag, at 13:00 of the second, at 14:00 of the first again.
   */
  @BeforeEach
  void raiseThree() {
    watch(first, 3);
    watch(second, 1);
    measure(first, 0, 11);
    measure(first, 30, 9);
    acknowledge();
    measure(second, 60, 11);
    measure(first, 120, 11);
  }

  private void watch(Tag tag, int priority) {
    server
        .part(Alarms.class)
        .save(
            new AlarmRule(
                0,
                tag.id().value(),
                null,
                null,
                AlarmKind.LIMIT_HIGH,
                priority,
                10,
                0,
                0,
                true,
                tag.name(),
                tag.name(),
                null,
                null,
                null));
  }

  private void measure(Tag tag, int minute, double value) {
    long time = Micros.of(NOON) + minute * Micros.PER_MINUTE;
    server
        .part(Ingest.class)
        .live(PointBatch.builder(1).add(tag.id().value(), time, value, Quality.GOOD).build());
  }

  private void acknowledge() {
    long id = ask("").path("items").path(0).path("id").asLong();
    operator.post("/api/alarms/" + id + "/acknowledge", "{}");
  }

  private JsonNode ask(String query) {
    return operator.get("/api/alarms?" + query).json();
  }

  private static List<String> raised(JsonNode answer) {
    return answer.path("items").findValuesAsString("raisedAt").stream()
        .map(time -> time.substring(11, 16))
        .toList();
  }

  @Test
  void allOfATimeComeInPagesTheNewestFirst() {
    assertThat(raised(ask("state=all&size=2"))).containsExactly("14:00", "13:00");
    assertThat(raised(ask("state=all&size=2&page=1"))).containsExactly("12:00");
    assertThat(ask("state=all&size=2&page=1").path("total").asInt()).isEqualTo(3);
  }

  @Test
  void aTimeHoldsWhatWasStandingInIt() {
    String during = "state=all&from=2026-03-01T12:10:00Z&to=2026-03-01T12:20:00Z";
    assertThat(raised(ask(during))).containsExactly("12:00");
    String later = "state=all&from=2026-03-01T13:30:00Z&to=2026-03-01T13:40:00Z";
    assertThat(raised(ask(later))).as("it stands still").containsExactly("13:00");
    assertThat(ask(later).path("total").asInt()).isEqualTo(1);
  }

  @Test
  void openOnesComeTheMostUrgentFirstAndCanBeConfined() {
    assertThat(raised(ask("state=open"))).containsExactly("13:00", "14:00");
    assertThat(raised(ask("state=open&priority=3"))).containsExactly("14:00");
    int pot = plant.pot2().value();
    assertThat(raised(ask("state=all&assetId=" + pot))).containsExactly("13:00");
    int foreign = TestPlant.in(server).pot1().value();
    assertThat(operator.get("/api/alarms?assetId=" + foreign).status()).isEqualTo(404);
  }

  @Test
  void oneIsReadByItsNumberByThoseOfItsSite() {
    JsonNode newest = ask("state=all").path("items").path(0);
    String path = "/api/alarms/" + newest.path("id").asLong();
    assertThat(operator.get(path).json()).isEqualTo(newest);
    TestPlant other = TestPlant.in(server);
    var stranger = server.as(Role.VIEWER, Set.of(other.plant().value()));
    assertThat(stranger.get(path).status()).isEqualTo(404);
  }
}
