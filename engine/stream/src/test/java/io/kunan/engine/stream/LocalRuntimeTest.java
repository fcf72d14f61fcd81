package io.kunan.engine.stream;

import static io.kunan.engine.stream.PlantPoints.micros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobFile;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRuntimeTest {
  private static final RuntimeOptions ONE = new RuntimeOptions(1, Duration.ofSeconds(10));

  private final PlantPoints plant = new PlantPoints().tag("X", "", false).tag("Y", "", false);

  private static Job job(String text) {
    return JobFile.readJob(text);
  }

  private static PointBatch point(int tag, double seconds, double value) {
    return PointBatch.builder(1).add(tag, micros(seconds), value, Quality.GOOD).build();
  }

  @Test
  void aJobThatThrowsIsStoppedAloneWithItsReasonAndCanBeStartedAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    SoftSensors sensors =
        model ->
            Optional.of(
                row -> {
                  if (calls.incrementAndGet() == 3) {
                    throw new IllegalStateException("the model wants 5 features");
                  }
                  return row[0];
                });
    JobSet jobs =
        JobSet.of(
            List.of(
                job(
                    """
                    {"kind":"soft-sensor","id":"bad","inputs":{"x":"X"},"model":"m",
                     "features":["x"],"output":{"tag":"B"},"lateness":"0s"}
                    """),
                job(
                    """
                    {"kind":"calculation","id":"good","inputs":{"x":"X"},"expression":"x",
                     "output":{"tag":"G"},"lateness":"0s"}
                    """)),
            plant,
            sensors);
    Said said = new Said();
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, said)) {
      for (int second = 1; second <= 5; second++) {
        plant.put("X", second, second);
        runtime.feed(point(1, second, second), second);
      }
      List<JobStatus> status = runtime.status();
      assertThat(status.getFirst().failure()).isEqualTo("the model wants 5 features");
      assertThat(status.getLast().failure()).isNull();
      assertThat(said.values().stream().filter(one -> one.tag().equals("G"))).hasSize(5);
      assertThat(said.values().stream().filter(one -> one.tag().equals("B"))).hasSize(2);
      runtime.restart(status.getFirst().key());
      assertThat(runtime.rework(plant, List.of(), 0, Progress.NONE)).isEqualTo(1);
      assertThat(runtime.status().getFirst().failure()).isNull();
    }
    assertThat(said.values().stream().filter(one -> one.tag().equals("B")))
        .extracting(Emission.Value::value)
        .containsExactly(1.0, 2.0, 3.0, 4.0, 5.0);
  }

  @Test
  void whoeverIsFasterThanTheJobsWaits() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    JobSet jobs =
        JobSet.of(
            List.of(
                job(
                    """
                    {"kind":"calculation","id":"slow","inputs":{"x":"X"},"expression":"x",
                     "output":{"tag":"G"},"lateness":"0s"}
                    """)),
            plant,
            SoftSensors.NONE);
    Said said = new Said();
    StreamOutput slow =
        new StreamOutput() {
          @Override
          public void take(List<Emission> emissions) {
            try {
              open.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            said.take(emissions);
          }

          @Override
          public Revision revise(Set<JobKey> keys, TimeRange range) {
            return said.revise(keys, range);
          }
        };
    AtomicInteger fed = new AtomicInteger();
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, slow)) {
      CompletableFuture<Void> feeding =
          CompletableFuture.runAsync(
              () -> {
                try {
                  for (int second = 1; second <= 1_000; second++) {
                    runtime.feed(point(1, second, second), second);
                    fed.incrementAndGet();
                  }
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThatThrownBy(() -> feeding.get(500, TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      assertThat(fed.get()).isLessThan(100);
      open.countDown();
      feeding.get(30, TimeUnit.SECONDS);
    }
    assertThat(said.values()).hasSize(1_000);
  }

  @Test
  void anOutputThatFailsStopsTheStreamsWithTheReason() throws Exception {
    JobSet jobs =
        JobSet.of(
            List.of(
                job(
                    """
                    {"kind":"calculation","id":"c","inputs":{"x":"X"},"expression":"x",
                     "output":{"tag":"G"},"lateness":"0s"}
                    """)),
            plant,
            SoftSensors.NONE);
    StreamOutput full =
        new StreamOutput() {
          @Override
          public void take(List<Emission> said) {
            throw new IllegalStateException("the disk is full");
          }

          @Override
          public Revision revise(Set<JobKey> keys, TimeRange range) {
            throw new IllegalStateException("the disk is full");
          }
        };
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, full)) {
      assertThatThrownBy(
              () -> {
                for (int second = 1; second < 10_000; second++) {
                  runtime.feed(point(1, second, second), second);
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the streams have stopped")
          .hasRootCauseMessage("the disk is full");
    }
  }

  @Test
  void aSilentSourceDoesNotHoldBackWhatIsKnown() throws Exception {
    JobSet jobs =
        JobSet.of(
            List.of(
                job(
                    """
                    {"kind":"window","id":"w","inputs":{"x":"X"},"expression":"x","lateness":"5s",
                     "window":{"kind":"tumbling","length":"1m"},"outputs":{"count":{"tag":"N"}}}
                    """)),
            plant,
            SoftSensors.NONE);
    Said said = new Said();
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, said)) {
      runtime.feed(point(1, 30, 1), 1);
      for (int second = 31; second <= 74; second++) {
        runtime.tick(Micros.toInstant(micros(second)));
      }
      runtime.status();
      assertThat(said.values()).as("at 74 s: 10 s of patience and 5 s of lateness").isEmpty();
      runtime.tick(Micros.toInstant(micros(75)));
      runtime.status();
      assertThat(said.values()).extracting(Emission.Value::value).containsExactly(1.0);
    }
  }

  private static final String SUM =
      """
      {"kind":"calculation","id":"sum","inputs":{"x":"X","y":"Y"},"expression":"x + y",
       "output":{"tag":"S"},"lateness":"2s"}
      """;

  private static void live(LocalRuntime runtime, int second, int... tags) throws Exception {
    for (int tag : tags) {
      runtime.feed(point(tag, second, second), second);
    }
    runtime.tick(Micros.toInstant(micros(second)));
  }

  @Test
  void whatACutConnectionKeptAndDeliversTagByTagIsNotLate() throws Exception {
    Said said = new Said();
    JobSet jobs = JobSet.of(List.of(job(SUM)), plant, SoftSensors.NONE);
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, said)) {
      for (int second = 1_000; second < 1_060; second++) {
        live(runtime, second, 1, 2);
      }
      for (int second = 1_060; second < 1_360; second++) {
        live(runtime, second);
      }
      runtime.status();
      assertThat(said.values()).as("silence keeps nothing back").hasSize(60);
      for (int tag : new int[] {1, 2}) {
        for (int second = 1_060; second < 1_360; second++) {
          runtime.feed(point(tag, second, second), second);
        }
      }
      for (int second = 1_360; second < 1_400; second++) {
        live(runtime, second, 1, 2);
      }
      assertThat(runtime.status().getFirst().late()).isZero();
      assertThat(said.values()).hasSizeGreaterThanOrEqualTo(395);
    }
  }

  @Test
  void aTagThatAlwaysComesLateIsWaitedForAndASilentOneIsNot() throws Exception {
    Said said = new Said();
    JobSet jobs = JobSet.of(List.of(job(SUM)), plant, SoftSensors.NONE);
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, said)) {
      long lateAtFirst = 0;
      for (int second = 1_000; second < 1_060; second++) {
        if (second >= 1_005) {
          runtime.feed(point(2, second - 5, 1), second);
        }
        live(runtime, second, 1);
        if (second == 1_010) {
          lateAtFirst = runtime.status().getFirst().late();
        }
      }
      assertThat(runtime.status().getFirst().late()).as("once it is known").isEqualTo(lateAtFirst);
      int before = said.values().size();
      for (int second = 1_060; second < 1_120; second++) {
        live(runtime, second, 1);
      }
      runtime.status();
      assertThat(said.values().size() - before).isGreaterThanOrEqualTo(58);
    }
  }

  @Test
  void whatCameWithoutBeingHandedOverIsWorkedOutOnce() throws Exception {
    Said said = new Said();
    JobSet jobs = JobSet.of(List.of(job(SUM)), plant, SoftSensors.NONE);
    for (int second = 100; second < 200; second++) {
      plant.put("X", second, 1).put("Y", second, second);
    }
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, said)) {
      runtime.invalidate(
          Map.of(new JobKey("sum", ""), new TimeRange(micros(150), micros(199) + 1)));
      assertThat(runtime.rework(plant, List.of(), micros(100), Progress.NONE)).isEqualTo(1);
      for (int second = 200; second < 210; second++) {
        runtime.feed(point(1, second, 1), second);
        runtime.feed(point(2, second, second), second);
      }
      assertThat(runtime.status().getFirst().dirtyFrom()).isNull();
    }
    assertThat(said.values())
        .extracting(Emission.Value::time)
        .containsExactlyElementsOf(
            java.util.stream.LongStream.rangeClosed(150, 207).mapToObj(s -> micros(s)).toList());
  }

  @Test
  void aClockThatRunsAheadNeitherMovesTimeNorFillsMemory() throws Exception {
    JobSet jobs =
        JobSet.of(
            List.of(
                job(
                    """
                    {"kind":"calculation","id":"c","inputs":{"x":"X"},"expression":"x",
                     "output":{"tag":"G"},"lateness":"1s"}
                    """)),
            plant,
            SoftSensors.NONE);
    Said said = new Said();
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, said)) {
      runtime.tick(Micros.toInstant(micros(1_000)));
      runtime.feed(point(1, 900_000, 7), 1);
      for (int second = 1_000; second < 1_060; second++) {
        runtime.feed(point(1, second, second), second);
      }
      assertThat(runtime.status().getFirst().late()).isZero();
      var ahead = PointBatch.builder(100_000);
      for (int i = 0; i < 100_000; i++) {
        ahead.add(1, micros(1_000_000 + i), i, Quality.GOOD);
      }
      runtime.feed(ahead.build(), 2_000);
      assertThat(runtime.status().getFirst().waiting()).isLessThanOrEqualTo(1 << 16);
    }
  }

  @Test
  void aDamagedSnapshotIsRefused(@TempDir Path folder) throws Exception {
    JobSet jobs =
        JobSet.of(
            List.of(
                job(
                    "{\"kind\":\"rule\",\"id\":\"r\",\"inputs\":{\"x\":\"X\"},\"when\":\"x >"
                        + " 1\"}")),
            plant,
            SoftSensors.NONE);
    Path file = folder.resolve("snapshot");
    try (LocalRuntime runtime = LocalRuntime.start(jobs, ONE, null, new Said())) {
      runtime.feed(point(1, 1, 1), 42);
      runtime.snapshot().write(file);
    }
    assertThat(Snapshot.read(file).position()).isEqualTo(42);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> Snapshot.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged");
  }
}
