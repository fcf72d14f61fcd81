package io.kunan.engine.stream;

import static io.kunan.engine.stream.PlantPoints.micros;
import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.stream.job.Job;
import io.kunan.engine.stream.job.JobFile;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The same points give the same results, however they come. */
class LiveAndReplayTest {
  private static final double LATENESS = 20;
  private static final double END = 2_000;
  private static final int BATCH = 7;

  static final List<Job> JOBS =
      List.of(
              """
              {"kind":"calculation","id":"calc","inputs":{"x":"X","y":"Y"},
               "expression":"avg(x, '60s') + max(y, '45s') - delta(x, '30s')",
               "output":{"tag":"C","deadband":0.2,"silence":"40s"},"lateness":"20s"}
              """,
              """
              {"kind":"calculation","id":"sum","inputs":{"x":"X","z":"Z"},
               "expression":"x + rate(z, '1m') + timeIn(z > 0.5)","output":{"tag":"S"},
               "lateness":"20s"}
              """,
              """
              {"kind":"rule","id":"reads","inputs":{"s":"S","y":"Y"},"value":"s","above":6,
               "hysteresis":2,"delay":"10s","clearDelay":"3s","lateness":"20s"}
              """,
              """
              {"kind":"rule","id":"when","inputs":{"x":"X","y":"Y"},"when":"x > 5 && y < 6",
               "until":"x < 4","lateness":"20s"}
              """,
              """
              {"kind":"window","id":"tumble","inputs":{"x":"X"},"expression":"x",
               "window":{"kind":"tumbling","length":"1m"},"lateness":"20s",
               "outputs":{"mean":{"tag":"TM"},"max":{"tag":"TX"},"count":{"tag":"TN"}}}
              """,
              """
              {"kind":"window","id":"slide","inputs":{"y":"Y","z":"Z"},"expression":"y * z",
               "window":{"kind":"sliding","length":"2m","every":"30s"},"lateness":"20s",
               "outputs":{"mean":{"tag":"SM"},"last":{"tag":"SL"}}}
              """,
              """
              {"kind":"window","id":"session","inputs":{"z":"Z"},"expression":"z",
               "window":{"kind":"session","silence":"25s"},"lateness":"20s",
               "outputs":{"count":{"tag":"ZC"},"integral":{"tag":"ZI"}}}
              """,
              """
              {"kind":"state-machine","id":"machine","inputs":{"x":"X","z":"Z"},"event":"batch",
               "lateness":"20s","states":["idle","warm","hot"],
               "transitions":[{"from":"idle","to":"warm","when":"x > 4","delay":"5s"},
                              {"from":"warm","to":"hot","when":"x > 7"},
                              {"from":"warm","to":"idle","when":"x < 2"},
                              {"from":"hot","to":"idle","when":"x < 3"}],
               "attributes":[{"name":"peak","figure":"max","of":"x"},
                             {"name":"zmean","figure":"mean","of":"z"}]}
              """)
          .stream()
          .map(JobFile::readJob)
          .toList();

  /** A point and when it arrives. */
  private record Arrival(int tag, long time, double value, short quality, double at) {}

  private static PlantPoints plant() {
    return new PlantPoints().tag("X", "", false).tag("Y", "", false).tag("Z", "", true);
  }

  /**
   * A random walk of each tag at irregular times, with bad values, repeated points, corrections and
   * delays.
   *
   * @param longest delay in seconds
   */
  private static List<Arrival> arrivals(long seed, double longest) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (int tag = 1; tag <= 3; tag++) {
      double value = 5;
      double time = random.nextDouble(10);
      while (time < END) {
        value = Math.clamp(value + random.nextDouble(-1.5, 1.5), 0, 10);
        boolean bad = random.nextInt(20) == 0;
        arrivals.add(arrival(tag, time, bad ? Double.NaN : value, random, longest));
        if (random.nextInt(10) == 0) {
          boolean correction = random.nextBoolean();
          arrivals.add(arrival(tag, time, correction ? value + 1 : value, random, longest));
        }
        // now and then two tags have a point at the same microsecond
        time += random.nextInt(5) == 0 ? Math.ceil(time) - time + 1 : random.nextDouble(0.1, 12);
      }
      arrivals.add(new Arrival(tag, micros(3 * END), 0, Quality.GOOD, 3 * END));
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::at));
    return arrivals;
  }

  private static Arrival arrival(
      int tag, double time, double value, SplittableRandom random, double longest) {
    short quality = Double.isNaN(value) ? Quality.BAD : Quality.GOOD;
    return new Arrival(tag, micros(time), value, quality, time + random.nextDouble(longest));
  }

  private static PlantPoints store(List<Arrival> arrivals) {
    PlantPoints plant = plant();
    arrivals.forEach(one -> plant.put(one.tag, one.time, one.value, one.quality));
    return plant;
  }

  private static Map<JobKey, List<Emission>> replayed(PlantPoints plant) {
    Said said = new Said();
    JobSet jobs = JobSet.of(JOBS, plant, SoftSensors.NONE);
    assertThat(jobs.problems()).isEmpty();
    Replay.run(jobs, plant, new TimeRange(0, micros(4 * END)), said::take, Progress.NONE);
    return said.upTo(micros(END));
  }

  private static PointBatch batch(List<Arrival> arrivals) {
    var batch = PointBatch.builder(arrivals.size());
    arrivals.forEach(one -> batch.add(one.tag, one.time, one.value, one.quality));
    return batch.build();
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void pointsOutOfOrderWithinTheLatenessGiveTheResultsOfReplay(@ForAll long seed)
      throws InterruptedException {
    List<Arrival> arrivals = arrivals(seed, LATENESS);
    PlantPoints plant = store(arrivals);
    Said live = new Said();
    JobSet jobs = JobSet.of(JOBS, plant, SoftSensors.NONE);
    RuntimeOptions options = new RuntimeOptions(2, Duration.ofDays(1));
    try (LocalRuntime runtime = LocalRuntime.start(jobs, options, null, live)) {
      for (int i = 0; i < arrivals.size(); i += BATCH) {
        runtime.feed(batch(arrivals.subList(i, Math.min(arrivals.size(), i + BATCH))), i);
      }
      assertThat(runtime.status())
          .allSatisfy(
              status -> {
                assertThat(status.failure()).isNull();
                assertThat(status.dirtyFrom()).isNull();
              });
    }
    Map<JobKey, List<Emission>> expected = replayed(plant);
    assertThat(expected).hasSizeGreaterThan(JOBS.size() / 2);
    assertThat(live.upTo(micros(END))).isEqualTo(expected);
  }

  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void whatComesLaterIsWorkedOutAnewToTheSame(@ForAll long seed) throws InterruptedException {
    List<Arrival> arrivals = arrivals(seed, 15 * LATENESS);
    PlantPoints history = plant();
    Said live = new Said();
    JobSet jobs = JobSet.of(JOBS, history, SoftSensors.NONE);
    RuntimeOptions options = new RuntimeOptions(2, Duration.ofDays(1));
    List<Snapshot> snapshots = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    boolean wasDirty = false;
    try (LocalRuntime runtime = LocalRuntime.start(jobs, options, null, live)) {
      for (int i = 0; i < arrivals.size(); i += BATCH) {
        List<Arrival> next = arrivals.subList(i, Math.min(arrivals.size(), i + BATCH));
        next.forEach(one -> history.put(one.tag, one.time, one.value, one.quality));
        runtime.feed(batch(next), i);
        if (random.nextInt(12) == 0) {
          snapshots.addFirst(runtime.snapshot());
        }
        if (random.nextInt(40) == 0) {
          wasDirty |= runtime.rework(history, snapshots, 0, Progress.NONE) > 0;
        }
      }
      wasDirty |= runtime.rework(history, snapshots, 0, Progress.NONE) > 0;
      assertThat(runtime.status()).allSatisfy(status -> assertThat(status.dirtyFrom()).isNull());
    }
    assertThat(wasDirty).isTrue();
    assertThat(live.upTo(micros(END))).isEqualTo(replayed(history));
  }

  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void afterARestartFromASnapshotNothingIsMissingOrDouble(@ForAll long seed)
      throws InterruptedException {
    List<Arrival> arrivals = arrivals(seed, LATENESS);
    PlantPoints plant = store(arrivals);
    JobSet jobs = JobSet.of(JOBS, plant, SoftSensors.NONE);
    RuntimeOptions options = new RuntimeOptions(2, Duration.ofDays(1));
    int half = new SplittableRandom(seed).nextInt(1, arrivals.size());
    Said before = new Said();
    Snapshot snapshot;
    try (LocalRuntime runtime = LocalRuntime.start(jobs, options, null, before)) {
      runtime.feed(batch(arrivals.subList(0, half)), half);
      snapshot = runtime.snapshot();
    }
    assertThat(snapshot.position()).isEqualTo(half);
    JobSet again = JobSet.of(JOBS, plant, SoftSensors.NONE);
    try (LocalRuntime runtime =
        LocalRuntime.start(again, new RuntimeOptions(1, Duration.ofDays(1)), snapshot, before)) {
      runtime.feed(batch(arrivals.subList(half, arrivals.size())), arrivals.size());
    }
    assertThat(before.upTo(micros(END))).isEqualTo(replayed(plant));
  }
}
