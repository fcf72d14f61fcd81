package io.kunan.engine.stream.internal.local;

import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Reads a source slice by slice of time and gives its points in their order, so that memory stays
 * bounded however long the range is.
 *
 * @param points takes batches by time, then tag
 * @param afterSlice told the end of a slice, excluded, once its points are given
 */
public record Slices(
    PointSource source, List<TagId> tags, Consumer<PointBatch> points, LongConsumer afterSlice) {
  private static final long SHORTEST = Micros.PER_SECOND;
  private static final long LONGEST = 32 * Micros.PER_DAY;
  private static final int FEW = 100_000;
  private static final int MANY = 2_000_000;
  private static final int TOO_MANY = -1;

  /**
   * How a reading went.
   *
   * @param points points read
   * @param whole false when it was stopped on the way
   */
  public record Read(long points, boolean whole) {}

  /** Reads a range, the end excluded. */
  public Read read(TimeRange range, Progress progress) {
    long slice =
        Math.clamp(
            10 * Micros.PER_HOUR / Math.max(1, tags.size()), Micros.PER_MINUTE, Micros.PER_HOUR);
    long from = range.from();
    long whole = Math.max(1, range.lengthMicros() / Micros.PER_SECOND);
    long points = 0;
    while (from < range.to()) {
      if (!progress.report((from - range.from()) / Micros.PER_SECOND, whole, "work out")) {
        return new Read(points, false);
      }
      long to = range.to() - from <= slice ? range.to() : from + slice;
      int read = slice(new TimeRange(from, to));
      if (read == TOO_MANY) {
        slice = Math.max(SHORTEST, slice / 8);
      } else {
        points += read;
        from = to;
        slice = read < FEW ? Math.min(LONGEST, slice * 2) : slice;
      }
    }
    return new Read(points, true);
  }

  private int slice(TimeRange slice) {
    List<PointBatch> batches = new ArrayList<>();
    int[] read = new int[1];
    boolean canShrink = slice.lengthMicros() > SHORTEST;
    source.scan(
        tags,
        slice,
        batch -> {
          batches.add(batch);
          read[0] += batch.size();
          return read[0] <= MANY || !canShrink;
        });
    if (read[0] > MANY && canShrink) {
      return TOO_MANY;
    }
    ByTime.merge(batches, points);
    afterSlice.accept(slice.to());
    return read[0];
  }
}
