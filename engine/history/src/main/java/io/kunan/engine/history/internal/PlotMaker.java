package io.kunan.engine.history.internal;

import io.kunan.engine.history.Point;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TimeRange;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reduces a line to what a screen can show: first, lowest, highest and last point of each pixel,
 * and where it is broken by bad points.
 */
public final class PlotMaker {
  private static final int KEPT = 6;

  private final TimeRange range;
  private final double microsPerPixel;
  private long[] times = new long[256];
  private double[] values = new double[256];
  private int size;

  private long pixelEnd;
  private boolean open;
  private boolean anyGood;
  private boolean anyBad;
  private long firstTime;
  private double first;
  private long lastTime;
  private double last;
  private long minTime;
  private double min;
  private long maxTime;
  private double max;
  private long firstBad;
  private long lastBad;

  public PlotMaker(TimeRange range, int pixels) {
    this.range = range;
    microsPerPixel = Math.max(1.0, ((double) range.to() - range.from()) / pixels);
  }

  /** A point before or after the range, kept as it is. */
  public void neighbour(@Nullable Point point) {
    if (point != null) {
      flush();
      emit(point.time(), point.isUsable() ? point.value() : Double.NaN);
    }
  }

  public void points(PointBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      long time = batch.time(i);
      turnTo(time);
      if (Point.isUsable(batch.value(i), batch.quality(i))) {
        double value = batch.value(i);
        good(time, value, time, value, time, value, time, value);
      } else {
        bad(time, time);
      }
    }
  }

  /** Lowest and highest of a minute are drawn in its middle: a pixel is no shorter than that. */
  public void rollups(MinuteRollups rollups) {
    for (int i = 0; i < rollups.size(); i++) {
      long start = rollups.firstTime(i);
      long end = rollups.lastTime(i);
      long middle = start + (end - start) / 2;
      turnTo(rollups.start(i));
      if (rollups.count(i) > 0) {
        boolean opensBad = Double.isNaN(rollups.first(i));
        boolean endsBad = Double.isNaN(rollups.last(i));
        good(
            opensBad ? middle : start,
            opensBad ? rollups.min(i) : rollups.first(i),
            endsBad ? middle : end,
            endsBad ? rollups.max(i) : rollups.last(i),
            middle,
            rollups.min(i),
            middle,
            rollups.max(i));
      }
      if (rollups.badCount(i) > 0) {
        bad(
            Double.isNaN(rollups.first(i)) ? start : middle,
            Double.isNaN(rollups.last(i)) ? end : middle);
      }
    }
  }

  public long[] times() {
    flush();
    return Arrays.copyOf(times, size);
  }

  public double[] values() {
    flush();
    return Arrays.copyOf(values, size);
  }

  private void turnTo(long time) {
    if (open && time < pixelEnd) {
      return;
    }
    flush();
    open = true;
    anyGood = false;
    anyBad = false;
    double pixel = Math.floor(((double) time - range.from()) / microsPerPixel);
    pixelEnd = range.from() + (long) Math.ceil((pixel + 1) * microsPerPixel);
  }

  @SuppressWarnings("TooManyParameters") // the four points of a pixel
  private void good(
      long startTime,
      double start,
      long endTime,
      double end,
      long lowTime,
      double low,
      long highTime,
      double high) {
    if (!anyGood) {
      firstTime = startTime;
      first = start;
    }
    if (!anyGood || low < min) {
      minTime = lowTime;
      min = low;
    }
    if (!anyGood || high > max) {
      maxTime = highTime;
      max = high;
    }
    lastTime = endTime;
    last = end;
    anyGood = true;
  }

  private void bad(long from, long until) {
    firstBad = anyBad ? firstBad : from;
    lastBad = until;
    anyBad = true;
  }

  /** Writes the pixel in hand, its points in order of time and none twice. */
  private void flush() {
    if (!open) {
      return;
    }
    open = false;
    int start = size;
    if (anyGood) {
      emit(firstTime, first);
      emit(minTime, min);
      emit(maxTime, max);
      emit(lastTime, last);
    }
    if (anyBad) {
      emit(firstBad, Double.NaN);
      emit(lastBad, Double.NaN);
    }
    sort(start);
    unite(start);
  }

  private void emit(long time, double value) {
    if (size + KEPT > times.length) {
      times = Arrays.copyOf(times, times.length * 2);
      values = Arrays.copyOf(values, values.length * 2);
    }
    times[size] = time;
    values[size] = value;
    size++;
  }

  private void sort(int start) {
    for (int i = start + 1; i < size; i++) {
      long time = times[i];
      double value = values[i];
      int k = i - 1;
      for (; k >= start && times[k] > time; k--) {
        times[k + 1] = times[k];
        values[k + 1] = values[k];
      }
      times[k + 1] = time;
      values[k + 1] = value;
    }
  }

  private void unite(int start) {
    int kept = start;
    for (int i = start; i < size; i++) {
      boolean same =
          kept > start
              && times[kept - 1] == times[i]
              && Double.compare(values[kept - 1], values[i]) == 0;
      if (!same) {
        times[kept] = times[i];
        values[kept] = values[i];
        kept++;
      }
    }
    size = kept;
  }
}
