package io.kunan.engine.stream;

import io.kunan.engine.stream.internal.local.KeyedLoop;
import io.kunan.engine.stream.internal.local.Slices;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TimeRange;
import java.util.List;
import java.util.function.Consumer;

/**
 * Works out the past: the same jobs over points that are there already, through the same loop as
 * live ones, so that both give the same results. Jobs begin knowing nothing.
 */
public final class Replay {
  /**
   * How a replay went.
   *
   * @param points points read
   * @param whole whether it went to the end, instead of being stopped
   * @param jobs how each job did
   */
  public record Report(long points, boolean whole, List<JobStatus> jobs) {}

  private Replay() {}

  /**
   * Works out a range.
   *
   * @param sink takes what jobs say, in order of time for each key
   * @param progress in seconds of the range
   */
  public static Report run(
      JobSet jobs,
      PointSource source,
      TimeRange range,
      Consumer<List<Emission>> sink,
      Progress progress) {
    KeyedLoop loop = new KeyedLoop(jobs.groups(), jobs::tagNumber);
    Slices.Read read = loop.replay(source, range, () -> sink.accept(loop.takeSaid()), progress);
    if (read.whole() && !range.isEmpty()) {
      loop.finish(range.to() - 1);
      sink.accept(loop.takeSaid());
    }
    return new Report(read.points(), read.whole(), loop.status());
  }
}
