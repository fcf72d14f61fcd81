package io.kunan.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.Text;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.fixture.TestPlant;
import io.kunan.platform.fixture.TestServer;
import io.kunan.platform.web.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompressionTest {
  private static final TagTraits VOLTS =
      TagTraits.of("volts", Text.same("volts"), "V")
          .compressed(new TagTraits.Compression(0, 0.1, Duration.ofHours(1)));

  private final TestServer server = TestServer.shared();
  private final TestPlant plant = TestPlant.in(server);
  private final Ingest ingest = server.part(Ingest.class);

  /** Late enough that nothing is overdue while the test runs. */
  private final Instant start = Instant.now().minusSeconds(600);

  private PointBatch points(Tag tag, int from, double... values) {
    PointBatch.Builder points = PointBatch.builder(values.length);
    for (int i = 0; i < values.length; i++) {
      short quality = Double.isNaN(values[i]) ? Quality.BAD : Quality.GOOD;
      points.add(tag.id().value(), Micros.of(start.plusSeconds(from + i)), values[i], quality);
    }
    return points.build();
  }

  /** Second since the start and value. */
  private List<String> stored(Tag tag) {
    List<String> stored = new ArrayList<>();
    server
        .part(History.class)
        .scan(
            List.of(tag.id()),
            TimeRange.ALL,
            batch -> {
              for (int i = 0; i < batch.size(); i++) {
                long second = (batch.time(i) - Micros.of(start)) / Micros.PER_SECOND;
                stored.add(second + " " + batch.value(i));
              }
              return true;
            });
    return stored;
  }

  @Test
  void livePointsAreCompressedButForThePointBeforeABreakAndChangesOfQuality() {
    Tag tag = plant.tag(VOLTS);
    ingest.live(points(tag, 0, 4, 4, 4, 4));
    ingest.live(points(tag, 4, 4, 9, 9, 9));
    ingest.live(points(tag, 8, Double.NaN, Double.NaN, 9, 9));
    assertThat(stored(tag))
        .containsExactly("0 4.0", "4 4.0", "5 9.0", "7 9.0", "8 NaN", "9 NaN", "10 9.0");
    // Everybody else has seen the newest point.
    assertThat(server.part(LiveValues.class).list(List.of(tag.id().value())).getFirst().time())
        .isCloseTo(start.plusSeconds(11).toEpochMilli(), within(1.0));
  }

  @Test
  void filesAreKeptWholeAndSoAreTagsWithoutCompression() {
    Tag tag = plant.tag(VOLTS);
    ingest.past(points(tag, 0, 4, 4, 4, 4));
    assertThat(stored(tag)).hasSize(4);
    Tag plain = plant.tag("plain", "V");
    ingest.live(points(plain, 0, 4, 4, 4, 4));
    assertThat(stored(plain)).hasSize(4);
  }

  @Test
  void aPointIsStoredAfterTheLongestTimeAndWhenTheTagFallsSilent() {
    Tag tag =
        plant.tag(VOLTS.compressed(new TagTraits.Compression(0.5, 0.5, Duration.ofSeconds(3))));
    ingest.live(points(tag, 0, 4, 4, 4, 4, 4));
    assertThat(stored(tag)).contains("3 4.0");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(stored(tag)).contains("4 4.0"));
  }

  @Test
  void switchingItOffLosesNothingThatWasHeldBack() {
    Tag tag = plant.tag(VOLTS);
    ingest.live(points(tag, 0, 4, 4, 4));
    server
        .part(Assets.class)
        .changeTags(List.of(new Tag(tag.id(), tag.name(), tag.asset(), VOLTS.compressed(null))));
    ingest.live(points(tag, 3, 4, 4));
    assertThat(stored(tag)).containsExactly("0 4.0", "2 4.0", "3 4.0", "4 4.0");
  }

  @Test
  void theEngineerSeesBeforeWhatItWouldKeep() {
    Tag tag = plant.tag("noisy", "V");
    double[] values = new double[400];
    for (int i = 0; i < values.length; i++) {
      values[i] = 4 + 0.01 * (i % 2) + (i == 200 ? 1 : 0);
    }
    ingest.past(points(tag, 0, values));
    var answer =
        server
            .as(Role.ENGINEER)
            .post(
                "/api/history/compression",
                Map.of(
                    "tag",
                    tag.id().value(),
                    "exceptionDeviation",
                    0,
                    "doorDeviation",
                    0.05,
                    "longestSeconds",
                    3600))
            .json();
    assertThat(answer.path("points").asInt()).isEqualTo(400);
    assertThat(answer.path("kept").asInt()).isBetween(4, 8);
    assertThat(answer.path("maxError").asDouble()).isCloseTo(0.01, within(0.05));
  }

  @Test
  void aCompressionThatCannotBeIsRefusedWithItsField() {
    Tag tag = plant.tag("volts", "V");
    Map<String, Object> rule =
        Map.of(
            "tag",
            tag.id().value(),
            "exceptionDeviation",
            0,
            "doorDeviation",
            -1,
            "longestSeconds",
            60);
    var refused = server.as(Role.ENGINEER).post("/api/history/compression", rule);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("where").asString()).isEqualTo("compression.doorDeviation");
  }
}
