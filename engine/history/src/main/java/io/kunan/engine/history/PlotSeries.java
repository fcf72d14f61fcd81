package io.kunan.engine.history;

import io.kunan.kernel.TagId;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A line to draw: at most first, lowest, highest and last point of each pixel, so that the picture
 * is that of all points. The first and last entries may lie just outside the range, so that the
 * line enters and leaves it. A value of NaN breaks the line: the measurement was bad there.
 */
public final class PlotSeries {
  private final TagId tag;
  private final boolean step;
  private final boolean fromRollups;
  private final long[] times;
  private final double[] values;

  public PlotSeries(TagId tag, boolean step, boolean fromRollups, long[] times, double[] values) {
    this.tag = tag;
    this.step = step;
    this.fromRollups = fromRollups;
    this.times = times;
    this.values = values;
  }

  public TagId tag() {
    return tag;
  }

  /** Whether the line goes level to the next point and then jumps. */
  public boolean isStep() {
    return step;
  }

  /** Whether times of lowest and highest points are exact to the minute only. */
  public boolean isFromRollups() {
    return fromRollups;
  }

  public int size() {
    return times.length;
  }

  /** Microseconds UTC, not falling. */
  public long time(int i) {
    return times[i];
  }

  public double value(int i) {
    return values[i];
  }

  /** The same in another unit; see {@link UnitConversion}. */
  public PlotSeries in(DoubleUnaryOperator conversion) {
    double[] converted = Arrays.stream(values).map(conversion).toArray();
    return new PlotSeries(tag, step, fromRollups, times, converted);
  }
}
