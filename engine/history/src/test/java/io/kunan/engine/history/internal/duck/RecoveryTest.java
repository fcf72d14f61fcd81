package io.kunan.engine.history.internal.duck;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.history.HistoryOptions;
import io.kunan.engine.history.Remark;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
  private static final TagId TAG = new TagId(1);

  @TempDir Path folder;

  @Test
  void removesASealedFileThatTheManifestDoesNotName() throws IOException {
    write(100);
    Path stray = folder.resolve("sealed").resolve("points-0000099.parquet");
    Files.writeString(stray, "half written");
    assertThat(count()).isEqualTo(100);
    assertThat(stray).doesNotExist();
  }

  @Test
  void dropsAHotTableThatIsSealedAlready() throws IOException {
    write(100);
    Path saved = folder.resolve("saved.copy");
    Files.copy(HotTable.fileOf(folder, 1), saved);
    try (DuckStore store = open()) {
      store.maintenance().seal();
    }
    Files.copy(saved, HotTable.fileOf(folder, 1));
    try (DuckStore store = open()) {
      assertThat(store.maintenance().figures().hotPoints()).isZero();
      assertThat(store.maintenance().figures().sealedPoints()).isEqualTo(100);
    }
    assertThat(HotTable.fileOf(folder, 1)).doesNotExist();
  }

  @Test
  void remembersWhenAndWhyAPointWasCorrectedOverARestart() {
    write(10);
    Instant noon = Instant.parse("2026-06-01T12:00:00.7Z");
    HistoryOptions options = HistoryOptions.in(folder).withClock(Clock.fixed(noon, ZoneOffset.UTC));
    try (DuckStore store = DuckStore.open(options)) {
      store.correct(point(5, 42), new Remark("lab", "wrong sample"));
    }
    try (DuckStore store = open()) {
      store.maintenance().seal();
      List<String> found = new ArrayList<>();
      store.corrections(
          List.of(TAG),
          TimeRange.ALL,
          c -> found.add(c.oldValue() + " " + c.newValue() + " " + c.why() + " " + c.at()));
      assertThat(found)
          .containsExactly(
              "5.0 42.0 wrong sample "
                  + Instant.parse("2026-06-01T12:00:00Z").getEpochSecond() * 1_000_000);
    }
  }

  @Test
  void takesPointsFromManyWritersAtOnce() {
    try (DuckStore store = DuckStore.open(HistoryOptions.in(folder).withHotRows(2_000))) {
      var writers =
          IntStream.rangeClosed(1, 8)
              .mapToObj(
                  tag ->
                      CompletableFuture.runAsync(
                          () -> {
                            for (int i = 0; i < 100; i++) {
                              var batch = PointBatch.builder(10);
                              for (int k = 0; k < 10; k++) {
                                batch.add(tag, i * 10L + k, k, Quality.GOOD);
                              }
                              assertThat(store.append(batch.build()).points()).isEqualTo(10);
                            }
                          }))
              .toList();
      writers.forEach(CompletableFuture::join);
      long[] found = {0};
      store.scan(
          IntStream.rangeClosed(1, 8).mapToObj(TagId::new).toList(),
          TimeRange.ALL,
          batch -> {
            found[0] += batch.size();
            return true;
          });
      assertThat(found[0]).isEqualTo(8_000);
    }
  }

  @Test
  void goesOnWritingAfterAWriterWasInterrupted() {
    try (DuckStore store = open()) {
      Thread.currentThread().interrupt();
      store.append(point(1, 1));
      assertThat(Thread.interrupted()).isTrue();
      store.append(point(2, 2));
    }
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void leavesNoFileBehindThatItDoesNotNeed() throws IOException {
    try (DuckStore store = open()) {
      for (int round = 0; round < 5; round++) {
        store.append(point(round, round));
        store.maintenance().seal();
      }
      store.maintenance().compact();
    }
    try (Stream<Path> files = Files.list(folder.resolve("sealed"))) {
      assertThat(files.toList()).hasSize(1);
    }
  }

  private DuckStore open() {
    return DuckStore.open(HistoryOptions.in(folder));
  }

  private void write(int points) {
    try (DuckStore store = open()) {
      for (int i = 0; i < points; i++) {
        store.append(point(i, i));
      }
    }
  }

  private static PointBatch point(long second, double value) {
    return PointBatch.builder(1).add(TAG.value(), second * 1_000_000, value, Quality.GOOD).build();
  }

  private long count() {
    long[] found = {0};
    try (DuckStore store = open()) {
      store.scan(
          List.of(TAG),
          TimeRange.ALL,
          batch -> {
            found[0] += batch.size();
            return true;
          });
    }
    return found[0];
  }
}
