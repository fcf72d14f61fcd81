package io.kunan.engine.history;

import io.kunan.engine.history.internal.ExceptionTest;
import io.kunan.engine.history.internal.SwingingDoor;
import io.kunan.kernel.PointBatch;
import java.util.Arrays;

/**
 * What a compression would keep of a tag.
 *
 * @param points in its history
 * @param passed points that pass the exception test
 * @param kept points that remain
 * @param maxError greatest distance of a usable point from what is drawn between kept points, in
 *     the unit of the tag
 */
public record CompressionReport(long points, long passed, long kept, double maxError) {
  /** Points for each one kept; 1 when nothing was there to compress. */
  public double ratio() {
    return kept == 0 ? 1 : (double) points / kept;
  }

  /** Runs points through both stages and measures what is lost. */
  static final class Trial {
    private final boolean step;
    private final SwingingDoor door;
    private final ExceptionTest exception;
    private long[] times = new long[1024];
    private double[] values = new double[1024];
    private int waiting;
    private long points;
    private long passed;
    private long kept;
    private double maxError;
    private long keptTime;
    private double keptValue = Double.NaN;

    Trial(Compression rule) {
      step = rule.step();
      door = new SwingingDoor(rule.door(), rule.step(), this::keep);
      exception =
          new ExceptionTest(
              rule.exception(),
              (time, value, quality) -> {
                passed++;
                door.take(time, value, quality);
              });
    }

    boolean take(PointBatch batch) {
      for (int i = 0; i < batch.size(); i++) {
        points++;
        if (waiting == times.length) {
          times = Arrays.copyOf(times, waiting * 2);
          values = Arrays.copyOf(values, waiting * 2);
        }
        times[waiting] = batch.time(i);
        values[waiting++] = usable(batch.value(i), batch.quality(i));
        exception.take(batch.time(i), batch.value(i), batch.quality(i));
      }
      return true;
    }

    CompressionReport report() {
      exception.flush();
      door.flush();
      return new CompressionReport(points, passed, kept, maxError);
    }

    private static double usable(double value, short quality) {
      return Point.isUsable(value, quality) ? value : Double.NaN;
    }

    /** Compares the points since the last kept one with the line between the two. */
    private void keep(long time, double value, short quality) {
      kept++;
      double end = usable(value, quality);
      int done = 0;
      for (; done < waiting && times[done] <= time; done++) {
        double drawn = times[done] == time ? end : drawn(times[done], time, end);
        double error = Math.abs(values[done] - drawn);
        maxError = error > maxError ? error : maxError;
      }
      System.arraycopy(times, done, times, 0, waiting - done);
      System.arraycopy(values, done, values, 0, waiting - done);
      waiting -= done;
      keptTime = time;
      keptValue = end;
    }

    private double drawn(long time, long endTime, double end) {
      if (step || Double.isNaN(end)) {
        return keptValue;
      }
      double share = ((double) time - keptTime) / ((double) endTime - keptTime);
      return keptValue + share * (end - keptValue);
    }
  }
}
