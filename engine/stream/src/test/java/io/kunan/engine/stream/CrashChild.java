package io.kunan.engine.stream;

import io.kunan.engine.stream.job.JobFile;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Works through an input log until it is killed or done. The log is a function of the position:
 * whoever asks for a batch again gets the same. A program of its own, started by {@link CrashTest}.
 */
final class CrashChild {
  static final int BATCHES = 20_000;
  static final String END_OF_LINE = ";";

  private static final int SNAPSHOT_EVERY = 300;
  private static final int ACKNOWLEDGE_EVERY = 20;

  private CrashChild() {}

  static PlantPoints plant() {
    return new PlantPoints().tag("X", "", false).tag("Y", "", true);
  }

  static JobSet jobs(StreamTags tags) {
    return JobSet.of(
        List.of(
                """
                {"kind":"window","id":"hour","inputs":{"x":"X"},"expression":"x",
                 "window":{"kind":"tumbling","length":"1h"},"lateness":"10s",
                 "outputs":{"mean":{"tag":"M"},"count":{"tag":"N"},"max":{"tag":"P"}}}
                """,
                """
                {"kind":"calculation","id":"mean","inputs":{"x":"X","y":"Y"},
                 "expression":"avg(x, '30m') + y","lateness":"10s",
                 "output":{"tag":"A","deadband":0.5,"silence":"1h"}}
                """,
                """
                {"kind":"rule","id":"rule","inputs":{"a":"A"},"value":"a","above":8,
                 "hysteresis":1,"delay":"1m","lateness":"10s"}
                """)
            .stream()
            .map(JobFile::readJob)
            .toList(),
        tags,
        SoftSensors.NONE);
  }

  /** The batch at a position; every third comes a few seconds late. */
  static PointBatch batch(long position) {
    long second = position % 3 == 0 ? position - 4 : position;
    long time = second * Micros.PER_SECOND;
    var batch = PointBatch.builder(2);
    batch.add(1, time, 5 + 4 * Math.sin(second / 700.0) + second % 7, Quality.GOOD);
    if (position % 50 == 0) {
      batch.add(2, time, second % 900 / 300.0, Quality.GOOD);
    }
    return batch.build();
  }

  /**
   * @param args folder for the snapshot and for what the jobs say
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path folder = Path.of(args[0]);
    Path file = folder.resolve("snapshot");
    Snapshot snapshot = Files.exists(file) ? Snapshot.read(file) : null;
    PrintStream out = System.out;
    RuntimeOptions options = new RuntimeOptions(2, Duration.ofDays(1));
    try (LocalRuntime runtime =
        LocalRuntime.start(jobs(plant()), options, snapshot, log(folder.resolve("said")))) {
      for (long at = snapshot == null ? 1 : snapshot.position() + 1; at <= BATCHES; at++) {
        runtime.feed(batch(at), at);
        if (at % SNAPSHOT_EVERY == 0) {
          runtime.snapshot().write(file);
        }
        if (at % ACKNOWLEDGE_EVERY == 0) {
          out.println(at);
          out.flush();
        }
      }
    }
  }

  private static StreamOutput log(Path file) {
    return new StreamOutput() {
      @Override
      public synchronized void take(List<Emission> said) {
        StringBuilder lines = new StringBuilder("\n");
        said.forEach(one -> lines.append(one).append(END_OF_LINE).append('\n'));
        try {
          Files.writeString(
              file,
              lines,
              StandardCharsets.UTF_8,
              StandardOpenOption.CREATE,
              StandardOpenOption.APPEND);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }

      @Override
      public Revision revise(Set<JobKey> keys, TimeRange range) {
        throw new IllegalStateException("nothing is late here");
      }
    };
  }
}
