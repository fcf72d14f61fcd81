package io.kunan.benchmark.stream;

import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobSet;
import io.kunan.engine.stream.LocalRuntime;
import io.kunan.engine.stream.RuntimeOptions;
import io.kunan.engine.stream.SoftSensors;
import io.kunan.engine.stream.StreamOutput;
import io.kunan.engine.stream.StreamTag;
import io.kunan.engine.stream.StreamTags;
import io.kunan.engine.stream.Trial;
import io.kunan.engine.stream.job.JobFile;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Measures rules with hysteresis by the thousand. Points are made before the clock runs. */
public final class StreamBenchmark {
  private static final int TAGS = 5_000;
  private static final int SECONDS = 400;
  private static final int ROUNDS = 5;
  private static final double LIMIT = 975;
  private static final double HYSTERESIS = 5;

  private final Path folder;
  private final List<PointBatch> batches = new ArrayList<>();
  private final StreamTags tags =
      name ->
          Optional.of(
              new StreamTag(new TagId(Integer.parseInt(name.substring(1))), name, "°C", false));

  /**
   * @param folder for the snapshot
   */
  public StreamBenchmark(Path folder) {
    this.folder = folder;
  }

  /** Runs all of it. */
  public StreamFigures run(Progress progress) throws IOException, InterruptedException {
    makePoints();
    String limit = "\"value\":\"t\",\"above\":975,\"hysteresis\":5";
    String delayed = "\"when\":\"t > 975 && avg(t, '10s') > 970\",\"delay\":\"2s\"";
    progress.report(0, 5, "plain loop");
    long[] raised = new long[1];
    double plain = median(() -> raised[0] = plainLoop());
    progress.report(1, 5, "one shard");
    double one = median(() -> requireSame(raised[0], feed(limit, 1)));
    progress.report(2, 5, "two shards");
    double two = median(() -> requireSame(raised[0], feed(limit, 2)));
    progress.report(3, 5, "one shard, expressions with delay");
    double withDelay = median(() -> feed(delayed, 1));
    progress.report(4, 5, "trial over 30 days");
    double replay = trial();
    double[] snapshot = snapshot(limit);
    return new StreamFigures(
        (long) TAGS * SECONDS,
        plain,
        one,
        two,
        withDelay,
        replay,
        snapshot[0],
        snapshot[1],
        raised[0]);
  }

  private void makePoints() {
    SplittableRandom random = new SplittableRandom(1);
    double[] values = new double[TAGS];
    Arrays.fill(values, 960);
    for (int second = 0; second < SECONDS; second++) {
      var batch = PointBatch.builder(TAGS);
      for (int tag = 0; tag < TAGS; tag++) {
        values[tag] += random.nextDouble(-3, 3) + (960 - values[tag]) * 0.01;
        batch.add(tag + 1, second * Micros.PER_SECOND, values[tag], Quality.GOOD);
      }
      batches.add(batch.build());
    }
  }

  private long plainLoop() {
    boolean[] active = new boolean[TAGS + 1];
    long raised = 0;
    for (PointBatch batch : batches) {
      for (int i = 0; i < batch.size(); i++) {
        int tag = batch.tag(i);
        double value = batch.value(i);
        if (active[tag]) {
          active[tag] = value > LIMIT - HYSTERESIS;
        } else if (value > LIMIT) {
          active[tag] = true;
          raised++;
        }
      }
    }
    return raised;
  }

  private JobSet rules(String condition) {
    String assets =
        String.join(",", IntStream.rangeClosed(1, TAGS).mapToObj("\"T%d\""::formatted).toList());
    String job =
        """
        {"kind":"rule","id":"hot","assets":[%s],"inputs":{"t":"{asset}"},"lateness":"1s",%s}
        """
            .formatted(assets, condition);
    return JobSet.of(List.of(JobFile.readJob(job)), tags, SoftSensors.NONE);
  }

  /** Counts what was raised; keeps nothing. */
  private static final class Count implements StreamOutput {
    private final LongAdder raised = new LongAdder();

    @Override
    public void take(List<Emission> said) {
      said.stream().filter(Emission.Opened.class::isInstance).forEach(_ -> raised.increment());
    }

    @Override
    public Revision revise(Set<JobKey> keys, TimeRange range) {
      throw new IllegalStateException("no point is late here");
    }
  }

  private long feed(String condition, int shards) throws InterruptedException {
    Count count = new Count();
    var options = new RuntimeOptions(shards, Duration.ofSeconds(10));
    try (LocalRuntime runtime = LocalRuntime.start(rules(condition), options, null, count)) {
      feed(runtime);
    }
    return count.raised.sum();
  }

  private void feed(LocalRuntime runtime) throws InterruptedException {
    for (int at = 0; at < batches.size(); at++) {
      runtime.feed(batches.get(at), at);
    }
    // the last second still waits for late points; a later one lets it go
    runtime.feed(PointBatch.builder(1).add(1, 0, 0, Quality.GOOD).build(), batches.size());
    runtime.tick(Micros.toInstant(SECONDS * Micros.PER_SECOND));
    runtime.tick(Micros.toInstant((SECONDS + 20) * Micros.PER_SECOND));
    runtime.status();
  }

  private double[] snapshot(String condition) throws IOException, InterruptedException {
    Path file = folder.resolve("snapshot");
    var options = new RuntimeOptions(1, Duration.ofSeconds(10));
    double best = Double.MAX_VALUE;
    try (LocalRuntime runtime = LocalRuntime.start(rules(condition), options, null, new Count())) {
      feed(runtime);
      for (int round = 0; round < ROUNDS; round++) {
        long start = System.nanoTime();
        runtime.snapshot().write(file);
        best = Math.min(best, (System.nanoTime() - start) / 1e6);
      }
    }
    return new double[] {best, (double) Files.size(file) / TAGS};
  }

  private double trial() {
    int points = 30 * 86_400;
    PointSource month =
        (wanted, range, sink) -> {
          long from = Math.max(0, Math.ceilDiv(range.from(), Micros.PER_SECOND));
          long to = Math.min(points, Math.ceilDiv(range.to(), Micros.PER_SECOND));
          for (long second = from; second < to; second += 4_096) {
            var batch = PointBatch.builder(4_096);
            for (long s = second; s < Math.min(to, second + 4_096); s++) {
              batch.add(1, s * Micros.PER_SECOND, 960 + 20 * Math.sin(s / 5_000.0), Quality.GOOD);
            }
            sink.accept(batch.build());
          }
        };
    String job =
        """
        {"kind":"rule","id":"hot","inputs":{"t":"T1"},"value":"t","above":975,"hysteresis":5,
         "delay":"1m"}
        """;
    JobSet jobs = JobSet.of(List.of(JobFile.readJob(job)), tags, SoftSensors.NONE);
    TimeRange range = new TimeRange(0, points * Micros.PER_SECOND);
    double best = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      Trial.Result result = Trial.run(jobs, "hot", month, range, Progress.NONE);
      best = Math.max(best, result.points() * 1e3 / (System.nanoTime() - start));
    }
    return best;
  }

  private static long requireSame(long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException(
          "the loop raised %d times, the runtime %d times".formatted(expected, found));
    }
    return found;
  }

  private interface Round {
    long run() throws InterruptedException;
  }

  private static double median(Round round) throws InterruptedException {
    double[] rates = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long start = System.nanoTime();
      round.run();
      rates[i] = (double) TAGS * SECONDS * 1e3 / (System.nanoTime() - start);
    }
    Arrays.sort(rates);
    return rates[ROUNDS / 2];
  }
}
