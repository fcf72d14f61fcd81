package io.kunan.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LiveTest {
  private final TestServer server = TestServer.shared();
  private final Tag tag = TestPlant.in(server).tag("volts", "V");

  @Test
  void theLastValueIsKnownWithItsAgeAsSoonAsItIsStored() {
    long now = Micros.of(Instant.now());
    LiveValues values = server.part(LiveValues.class);
    long before = values.change(tag.id().value());
    server
        .part(Ingest.class)
        .live(
            PointBatch.builder(1)
                .add(tag.id().value(), now - 5 * Micros.PER_SECOND, 3.94, Quality.GOOD)
                .build());
    var answer = server.as(Role.VIEWER).get("/api/live/values?tags=" + tag.id().value()).json();
    assertThat(answer.path(0).path("value").asDouble()).isEqualTo(3.94);
    assertThat(answer.path(0).path("ageSeconds").asDouble()).isBetween(4.9, 65.0);
    assertThat(values.change(tag.id().value())).isGreaterThan(before);
    var status = server.as(Role.VIEWER).get("/api/live/status").json();
    assertThat(status.path("newestAgeSeconds").isNumber()).isTrue();
  }

  @Test
  void moreTagsThanAStreamMayCarryAreRefused() {
    String tags = ",1".repeat(2_001).substring(1);
    assertThat(server.as(Role.VIEWER).get("/api/live/values?tags=" + tags).status()).isEqualTo(400);
  }
}
