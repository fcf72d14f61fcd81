package io.kunan.benchmark.history;

import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Measures the historian on {@link Workload}, in a folder of its own. */
public final class HistoryBenchmark {
  private static final int COMMIT_SECONDS = 20;
  private static final TimeRange HOUR =
      new TimeRange(Workload.START, Workload.START + Micros.PER_HOUR);
  private static final int PIXELS = 2_000;
  private static final int STEPS = 5;
  private static final int FORCED_COMMITS = 400;

  private final Path folder;
  private final SplittableRandom random = new SplittableRandom(1);

  public HistoryBenchmark(Path folder) {
    this.folder = folder;
  }

  public HistoryFigures run(Progress progress) throws IOException {
    progress.report(0, STEPS, "write sequentially");
    long limit = rawLimit();
    long forced = forcedLimit();
    progress.report(1, STEPS, "small commits beside a reader");
    Small small = smallCommits();
    progress.report(2, STEPS, "ingest");
    Path store = folder.resolve("bulk");
    long rate = ingest(store);
    progress.report(3, STEPS, "read");
    try (History history = History.open(HistoryOptions.in(store))) {
      double bytes = history.maintenance().figures().folderBytes();
      long points = Workload.hourPoints() + Workload.monthPoints();
      return new HistoryFigures(
          rate,
          small.rate,
          small.readP95,
          Math.round(1000 * bytes / points) / 1000.0,
          tagHour(history),
          tagDay(history),
          monthByMinute(history),
          monthPlot(history),
          last(history),
          limit,
          forced,
          residentMiB());
    }
  }

  /** Both parts into one store; points per second until all is sealed. */
  private static long ingest(Path store) {
    long start = System.nanoTime();
    try (History history = History.open(HistoryOptions.in(store))) {
      for (int s = 0; s < Workload.SECONDS; s += COMMIT_SECONDS) {
        history.append(Workload.hour(s, COMMIT_SECONDS));
      }
      for (int day = 0; day < Workload.DAYS; day++) {
        for (int k = 0; k < Workload.LONG_TAGS; k++) {
          history.append(Workload.day(Workload.longTag(k), day));
        }
      }
      history.maintenance().seal();
      long points = Workload.hourPoints() + Workload.monthPoints();
      return (long) (points / Clocked.secondsSince(start));
    }
  }

  private record Small(long rate, double readP95) {}

  private Small smallCommits() {
    var stop = new AtomicBoolean();
    try (History history = History.open(HistoryOptions.in(folder.resolve("small")))) {
      var reader = CompletableFuture.supplyAsync(() -> readUntil(stop::get, history));
      long start = System.nanoTime();
      for (int s = 0; s < Workload.SECONDS; s++) {
        history.append(Workload.hour(s, 1));
      }
      history.maintenance().seal();
      double seconds = Clocked.secondsSince(start);
      stop.set(true);
      return new Small((long) (Workload.hourPoints() / seconds), reader.join().at(0.95));
    } finally {
      stop.set(true);
    }
  }

  /** An hour of a tag every 20 ms. */
  private Clocked readUntil(BooleanSupplier stop, History history) {
    double[] millis = new double[1024];
    int count = 0;
    while (!stop.getAsBoolean()) {
      millis = count == millis.length ? Arrays.copyOf(millis, count * 2) : millis;
      long start = System.nanoTime();
      read(history, 1 + random.nextInt(Workload.TAGS), HOUR);
      millis[count++] = (System.nanoTime() - start) / 1e6;
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return Clocked.of(Arrays.copyOf(millis, count));
  }

  private double tagHour(History history) {
    return Clocked.runs(
            20, 100, () -> expect(3_600, read(history, 1 + random.nextInt(Workload.TAGS), HOUR)))
        .median();
  }

  private double tagDay(History history) {
    return Clocked.runs(
            10,
            60,
            () -> {
              int tag = Workload.longTag(random.nextInt(Workload.LONG_TAGS));
              long from = Workload.LONG_START + random.nextInt(Workload.DAYS) * Micros.PER_DAY;
              expect(
                  Workload.DAY_SECONDS,
                  read(history, tag, new TimeRange(from, from + Micros.PER_DAY)));
            })
        .median();
  }

  private double monthByMinute(History history) {
    Buckets minutes = Buckets.every(Duration.ofMinutes(1), month());
    return Clocked.runs(
            10,
            40,
            () -> {
              int tag = Workload.longTag(random.nextInt(Workload.LONG_TAGS));
              var series = history.statistics(new TagId(tag), minutes);
              double sum = 0;
              for (int i = 0; i < series.size(); i++) {
                sum += series.value(Statistic.COUNT, i);
              }
              expect(Workload.DAYS * Workload.DAY_SECONDS, (long) sum);
            })
        .median();
  }

  private double monthPlot(History history) {
    return Clocked.runs(
            10,
            40,
            () -> {
              int tag = Workload.longTag(random.nextInt(Workload.LONG_TAGS));
              var plot = history.plot(new TagId(tag), month(), PIXELS);
              expect(1, plot.size() > PIXELS / 2 && plot.size() <= 4 * PIXELS ? 1 : 0);
            })
        .median();
  }

  private static double last(History history) {
    List<TagId> tags = IntStream.rangeClosed(1, Workload.TAGS).mapToObj(TagId::new).toList();
    return Clocked.runs(20, 100, () -> expect(Workload.TAGS, history.last(tags).size())).median();
  }

  private static TimeRange month() {
    return new TimeRange(Workload.LONG_START, Workload.START);
  }

  static long read(History history, int tag, TimeRange range) {
    long[] points = {0};
    history.scan(
        List.of(new TagId(tag)),
        range,
        batch -> {
          points[0] += batch.size();
          return true;
        });
    return points[0];
  }

  static void expect(long wanted, long found) {
    if (wanted != found) {
      throw new IllegalStateException("found %d where %d belong".formatted(found, wanted));
    }
  }

  private long rawLimit() throws IOException {
    Path file = folder.resolve("limit.bin");
    ByteBuffer block = ByteBuffer.allocateDirect(1 << 20);
    long bytes = Workload.hourPoints() * 16;
    long start = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (long written = 0; written < bytes; written += block.capacity()) {
        block.clear();
        channel.write(block);
      }
      channel.force(true);
    }
    long rate = (long) (Workload.hourPoints() / Clocked.secondsSince(start));
    Files.delete(file);
    return rate;
  }

  private long forcedLimit() throws IOException {
    Path file = folder.resolve("forced.bin");
    ByteBuffer commit = ByteBuffer.allocateDirect(Workload.TAGS * 16);
    long start = System.nanoTime();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (int i = 0; i < FORCED_COMMITS; i++) {
        commit.clear();
        channel.write(commit);
        channel.force(false);
      }
    }
    double seconds = Clocked.secondsSince(start);
    Files.delete(file);
    return (long) (FORCED_COMMITS * (long) Workload.TAGS / seconds);
  }

  /** As the system counts it; 0 where it does not say. */
  private static long residentMiB() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }
  }
}
