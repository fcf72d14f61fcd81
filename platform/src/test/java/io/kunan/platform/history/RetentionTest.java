package io.kunan.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.history.internal.HistoryUpkeep;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RetentionTest {
  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final TestClient admin = server.as(Role.ADMIN);
  private final String brief = plant.code() + "-brief";

  private Tag tag(String quantity, String retentionClass) {
    Tag plain = plant.tag(quantity, "V");
    JsonNode seen = admin.get("/api/tags/" + plain.id().value()).json();
    Map<String, Object> changed = new HashMap<>();
    for (String field : List.of("name", "assetId", "quantity", "label", "unit", "step")) {
      changed.put(field, seen.path(field));
    }
    changed.put("retentionClass", retentionClass);
    assertThat(admin.put("/api/tags/" + plain.id().value(), changed).status()).isEqualTo(200);
    return plain;
  }

  private void measured(Tag tag) {
    PointBatch.Builder points = PointBatch.builder(100);
    for (int day = 0; day < 100; day++) {
      Instant at = Instant.now().minus(Duration.ofDays(day));
      points.add(tag.id().value(), Micros.of(at), day, Quality.GOOD);
    }
    server.part(Ingest.class).past(points.build());
  }

  private long points(Tag tag) {
    long[] count = {0};
    server
        .part(History.class)
        .scan(
            List.of(tag.id()),
            new TimeRange(0, Micros.of(Instant.now()) + 1),
            batch -> {
              count[0] += batch.size();
              return true;
            });
    return count[0];
  }

  @Test
  void aClassWithALimitForgetsWhatIsOlderAndTheOthersKeepAll() {
    Tag limited = tag("volts", brief);
    Tag kept = tag("amps", plant.code() + "-kept");
    measured(limited);
    measured(kept);
    assertThat(admin.put("/api/history/retention/" + brief, Map.of("pointDays", 30)).status())
        .isEqualTo(200);
    JsonNode shown =
        admin
            .get("/api/history/retention")
            .json()
            .valueStream()
            .filter(one -> one.path("name").asString().equals(brief))
            .findFirst()
            .orElseThrow();
    assertThat(shown.path("tags").asInt()).isEqualTo(1);
    assertThat(shown.path("pointDays").asInt()).isEqualTo(30);
    assertThat(shown.has("rollupDays")).isFalse();

    server.part(History.class).maintenance().seal();
    server.part(HistoryUpkeep.class).go();
    assertThat(points(limited)).as("whole days, towards keeping more").isBetween(30L, 31L);
    assertThat(points(kept)).isEqualTo(100);
    assertThat(admin.get("/api/audit?size=50").body())
        .contains("RETENTION_SET")
        .contains("POINTS_EXPIRED");
    assertThat(admin.get("/api/history/figures").json().path("sealedPoints").asLong()).isPositive();
  }

  @Test
  void aLimitThatIsNoneIsRefusedAndOnlyAnAdministratorSetsOne() {
    var odd = admin.put("/api/history/retention/x", Map.of("pointDays", 0));
    assertThat(odd.status()).isEqualTo(400);
    assertThat(odd.json().path("detail").asString()).contains("pointDays");
    TestClient engineer = server.as(Role.ENGINEER);
    assertThat(engineer.put("/api/history/retention/x", Map.of("pointDays", 9)).status())
        .isEqualTo(403);
  }
}
