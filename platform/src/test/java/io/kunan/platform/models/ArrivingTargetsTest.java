package io.kunan.platform.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.home.Mode;
import io.kunan.platform.live.Ingest;
import io.kunan.platform.web.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ArrivingTargetsTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(START.plus(Duration.ofDays(30)));

  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now.get();
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };

  @Test
  void whenTargetsComeOutHigherThanForecastTheModelIsShownToDrift() {
    try (TestServer server = TestServer.start(clock, Mode.NORMAL)) {
      TestPlant plant = TestPlant.in(server);
      Tag power = plant.tag("power", "MW");
      measure(server, power, 0, 30 * 24, 0);
      Models models = server.part(Models.class);
      Model model = models.ensure(definition(plant, power));
      models.train(model.definition().code());
      await().atMost(Duration.ofSeconds(60)).until(() -> models.latest(model.id()).isPresent());
      TestClient viewer = server.as(Role.VIEWER);
      String path = "/api/models/" + model.id();
      for (int hour = 30 * 24; hour < 30 * 24 + 12; hour++) {
        measure(server, power, hour, hour + 1, 10);
        now.set(START.plus(Duration.ofHours(hour + 1)));
        assertThat(viewer.get(path + "/live").status()).isEqualTo(200);
      }
      JsonNode drift = viewer.get(path + "/drift").json();
      assertThat(drift.path("arrived").asInt()).isEqualTo(12);
      assertThat(drift.path("residual").path("state").asString()).isEqualTo("act");
      assertThat(drift.path("coverage80").asDouble(1)).isLessThan(0.5);
      assertThat(viewer.get(path).json().path("status").asString()).isEqualTo("drift");
      JsonNode live = viewer.get(path + "/live?from=" + now.get().minusSeconds(3 * 3600)).json();
      assertThat(live.path("actual").path(0).isNumber()).isTrue();
      assertThat(live.path("predicted").path(0).isNumber()).isTrue();
    }
  }

  private static ModelDefinition definition(TestPlant plant, Tag power) {
    return new ModelDefinition(
        "arriving",
        new Text("功率预测", "Power forecast"),
        plant.pot1(),
        power.id(),
        List.of(),
        Duration.ofHours(1),
        1,
        Duration.ofDays(30),
        ZoneOffset.UTC,
        1);
  }

  /**
   * A daily pattern with noise, every quarter of an hour, moved by {@code shift} an hour longer.
   */
  private static void measure(TestServer server, Tag tag, int from, int to, double shift) {
    Random noise = new Random(from);
    PointBatch.Builder points = PointBatch.builder((to - from) * 4);
    for (int quarter = from * 4; quarter < to * 4; quarter++) {
      Instant at = START.plus(Duration.ofMinutes(15L * quarter));
      double daily = 5 * Math.sin(2 * Math.PI * (quarter / 4) / 24);
      double rising = shift * (1 + from % 24);
      points.add(
          tag.id().value(), Micros.of(at), daily + rising + noise.nextGaussian(), Quality.GOOD);
    }
    server.part(Ingest.class).past(points.build());
  }
}
