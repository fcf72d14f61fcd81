package io.kunan.engine.history.kit;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Kills a process that writes history at full speed, at random moments, and looks each time whether
 * every acknowledged point is there, once. This is {@code kill -9}: what the operating system has
 * taken it will still write. Loss of power is another thing and is not shown here.
 */
public final class CrashProof {
  private static final Duration SHORTEST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMillis(2_000);

  private final Path folder;
  private final SplittableRandom random;
  private long safe = -1;
  private long written = -1;
  private long missing;
  private long doubled;
  private long wrong;
  private long unacknowledged;
  private double slowestOpenMs;

  private CrashProof(Path folder, long seed) {
    this.folder = folder;
    random = new SplittableRandom(seed);
  }

  /**
   * Runs the proof.
   *
   * @param folder for the store, empty at first
   * @param seed of the moments of death
   */
  public static CrashReport run(Path folder, int kills, long seed, Progress progress)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    var proof = new CrashProof(folder, seed);
    int done = 0;
    while (done < kills && progress.report(done, kills, "kill the writer of history")) {
      proof.killOnce();
      proof.look();
      done++;
    }
    return new CrashReport(
        done,
        (proof.safe + 1) * CrashWriter.TAGS,
        proof.missing,
        proof.doubled,
        proof.wrong,
        proof.unacknowledged,
        proof.slowestOpenMs,
        (System.nanoTime() - start) / 1e9);
  }

  private void killOnce() throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CrashWriter.class.getName(),
                folder.toString(),
                Long.toString(safe + 1))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var first = new CompletableFuture<Boolean>();
    var acknowledged = CompletableFuture.supplyAsync(() -> follow(writer, first));
    try {
      first.orTimeout(60, TimeUnit.SECONDS).join();
      TimeUnit.MILLISECONDS.sleep(random.nextLong(SHORTEST.toMillis(), LONGEST.toMillis()));
    } finally {
      // by its handle: the process itself would close the pipe, and with it what was acknowledged
      writer.toHandle().destroyForcibly();
    }
    safe = Math.max(safe, acknowledged.join());
    writer.waitFor();
  }

  /** The last batch that the writer was told is safe. */
  private static long follow(Process writer, CompletableFuture<Boolean> first) {
    long last = -1;
    try (var in = new DataInputStream(writer.getInputStream())) {
      while (true) {
        last = in.readLong();
        first.complete(true);
      }
    } catch (EOFException _) {
      first.completeExceptionally(new IllegalStateException("the writer ended by itself"));
    } catch (IOException e) {
      first.completeExceptionally(e);
    }
    return last;
  }

  private void look() {
    long start = System.nanoTime();
    try (History history = History.open(CrashWriter.options(folder))) {
      slowestOpenMs = Math.max(slowestOpenMs, (System.nanoTime() - start) / 1e6);
      List<TagId> tags = IntStream.rangeClosed(1, CrashWriter.TAGS).mapToObj(TagId::new).toList();
      var tally = new Tally();
      history.scan(tags, TimeRange.ALL, tally::take);
      tally.endTag();
      missing += (CrashWriter.TAGS - tally.tagsSeen) * (safe + 1);
      compareRollups(history, tally.counts);
    }
  }

  /** Roll-ups must count the very same points. */
  private void compareRollups(History history, List<Long> counts) {
    for (int tag = 1; tag <= CrashWriter.TAGS; tag += CrashWriter.TAGS / 5) {
      long from = Math.floorDiv(CrashWriter.time(0), Micros.PER_MINUTE) * Micros.PER_MINUTE;
      long to = CrashWriter.time(written + 60) / Micros.PER_MINUTE * Micros.PER_MINUTE;
      BucketSeries minutes =
          history.statistics(
              new TagId(tag), Buckets.every(Duration.ofMinutes(1), new TimeRange(from, to)));
      long counted = IntStream.range(0, minutes.size()).mapToLong(minutes::count).sum();
      doubled += Math.max(0, counted - counts.get(tag - 1));
      missing += Math.max(0, counts.get(tag - 1) - counted);
    }
  }

  /** Goes over all points, tag by tag. */
  private final class Tally {
    private final List<Long> counts = new ArrayList<>();
    private int tag;
    private long next;
    private int tagsSeen;

    boolean take(PointBatch batch) {
      for (int i = 0; i < batch.size(); i++) {
        if (batch.tag(i) != tag) {
          endTag();
          tag = batch.tag(i);
          next = 0;
          tagsSeen++;
        }
        long number = (batch.time(i) - CrashWriter.time(0)) / Micros.PER_SECOND;
        if (number < next) {
          doubled++;
        } else {
          missing += Math.max(0, Math.min(number, safe + 1) - next);
          next = number + 1;
        }
        if (batch.value(i) != CrashWriter.value(tag, number)
            || batch.time(i) != CrashWriter.time(number)
            || number > safe + 1) {
          wrong++;
        }
        unacknowledged += number == safe + 1 ? 1 : 0;
        written = Math.max(written, number);
      }
      return true;
    }

    void endTag() {
      if (tag > 0) {
        missing += Math.max(0, safe + 1 - next);
        counts.add(next);
      }
    }
  }
}
