package io.kunan.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.fixture.TestClient;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

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
  void aStreamTellsTheLastValuesAndThenOnlyWhatIsNew() throws IOException {
    TestPlant plant = TestPlant.in(server);
    Tag amps = plant.tag("amps", "kA");
    long now = Micros.of(Instant.now());
    bring(tag, now - Micros.PER_SECOND, 3.94, Quality.GOOD);
    bring(amps, now - Micros.PER_SECOND, 501, Quality.UNCERTAIN);
    TestClient viewer = server.as(Role.VIEWER);
    String path = "/api/live/stream?tags=%d,%d".formatted(tag.id().value(), amps.id().value());
    try (BufferedReader stream = reader(viewer.open(viewer.request(path).GET()).body())) {
      assertThat(values(stream))
          .containsExactly(
              row(tag, now - Micros.PER_SECOND, 3.94, 0),
              row(amps, now - Micros.PER_SECOND, 501.0, 0x4000));
      bring(amps, now, 502, Quality.GOOD);
      assertThat(values(stream)).containsExactly(row(amps, now, 502.0, 0));
      bring(tag, now, 9, Quality.BAD_SENSOR_FAILURE);
      assertThat(values(stream))
          .as("a bad measurement is no value")
          .containsExactly(row(tag, now, null, 0x808C));
    }
  }

  @Test
  void aStreamOfAnotherSitesTagsDoesNotExist() {
    TestPlant other = TestPlant.in(server);
    TestClient stranger = server.as(Role.VIEWER, Set.of(other.plant().value()));
    String path = "/api/live/stream?tags=" + tag.id().value();
    assertThat(stranger.get(path).status()).isEqualTo(404);
  }

  private void bring(Tag of, long time, double value, short quality) {
    PointBatch point = PointBatch.builder(1).add(of.id().value(), time, value, quality).build();
    server.part(Ingest.class).live(point);
  }

  private static BufferedReader reader(InputStream body) {
    return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /** The rows of the next event with values; pings in between are let by. */
  private static List<List<@Nullable Double>> values(BufferedReader stream) throws IOException {
    String line = stream.readLine();
    while (line != null && !line.equals("event:values")) {
      assertThat(line).doesNotContain("event:error");
      line = stream.readLine();
    }
    String data = Objects.requireNonNull(stream.readLine()).substring("data:".length());
    return new JsonMapper().readValue(data, new TypeReference<>() {});
  }

  /** As it stands on the wire: tag, milliseconds, value, quality. */
  private static List<@Nullable Double> row(
      Tag of, long time, @Nullable Double value, double quality) {
    return Arrays.asList((double) of.id().value(), time / 1_000.0, value, quality);
  }

  @Test
  void moreTagsThanAStreamMayCarryAreRefused() {
    String tags = ",1".repeat(2_001).substring(1);
    assertThat(server.as(Role.VIEWER).get("/api/live/values?tags=" + tags).status()).isEqualTo(400);
  }
}
