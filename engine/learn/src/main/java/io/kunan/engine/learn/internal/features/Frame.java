package io.kunan.engine.learn.internal.features;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;

/**
 * The signals of a table row by row, with the two questions every feature asks: what of a signal
 * had arrived at a row, and which row stands at a time.
 */
public final class Frame {
  private final long[] times;
  private final double[][] values;
  private final int[][] arrived;
  private final ZoneRules rules;
  private final long step;
  private final int horizon;

  private Frame(
      long[] times, double[][] values, int[][] arrived, ZoneId zone, long step, int horizon) {
    this.times = times;
    this.values = values;
    this.arrived = arrived;
    this.rules = zone.getRules();
    this.step = step;
    this.horizon = horizon;
  }

  /**
   * @param step usual time from row to row, microseconds
   * @param horizon rows from the origin of a forecast to its target
   */
  public static Frame of(Table table, List<Signal> signals, ZoneId zone, long step, int horizon) {
    double[][] values =
        signals.stream().map(signal -> Signals.values(table, signal)).toArray(double[][]::new);
    return of(table.times(), values, signals, zone, step, horizon);
  }

  /** The frame of cells already read, one row of {@code values} for each signal. */
  static Frame of(
      long[] times, double[][] values, List<Signal> signals, ZoneId zone, long step, int horizon) {
    int[][] arrived =
        signals.stream().map(signal -> arrivals(times, signal.delayMicros())).toArray(int[][]::new);
    return new Frame(times, values, arrived, zone, step, horizon);
  }

  /** The usual time from row to row: the median of the steps; 1 µs at least. */
  public static long usualStep(long[] times) {
    long[] steps = new long[Math.max(0, times.length - 1)];
    for (int row = 0; row < steps.length; row++) {
      steps[row] = times[row + 1] - times[row];
    }
    Arrays.sort(steps);
    return steps.length == 0 ? Micros.PER_HOUR : Math.max(1, steps[steps.length / 2]);
  }

  public int rows() {
    return times.length;
  }

  public int horizon() {
    return horizon;
  }

  public long step() {
    return step;
  }

  public long time(int row) {
    return times[row];
  }

  /** Cell of a row; NaN outside the table. */
  public double value(int signal, int row) {
    return row < 0 || row >= times.length ? Double.NaN : values[signal][row];
  }

  /** The last row of a signal that had arrived at the time of {@code row}; −1 when none had. */
  public int arrived(int signal, int row) {
    return arrived[signal][row];
  }

  /** The time for which the forecast made at {@code origin} is meant. */
  public long targetTime(int origin) {
    int row = origin + horizon;
    return row < times.length ? times[row] : times[origin] + horizon * step;
  }

  /** Minutes since local midnight and the like are counted from this: local microseconds. */
  public long local(long time) {
    return time + offset(time);
  }

  /**
   * The row at the same local clock time some days before the target of {@code origin}; −1 when no
   * row stands there.
   */
  public int rowDaysBefore(int origin, long days) {
    long target = targetTime(origin);
    long time = target - days * Micros.PER_DAY;
    return rowAt(time + offset(target) - offset(time), origin);
  }

  /** The row at a time, to half a step; −1 when none stands there. */
  public int rowAt(long time, int near) {
    int guess = Math.clamp(near + Math.floorDiv(time - times[near], step), 0, times.length - 1);
    if (times[guess] == time) {
      return guess;
    }
    int found = Arrays.binarySearch(times, time);
    if (found >= 0) {
      return found;
    }
    int after = -found - 1;
    if (after < times.length && times[after] - time <= step / 2) {
      return after;
    }
    return after > 0 && time - times[after - 1] <= step / 2 ? after - 1 : -1;
  }

  private long offset(long time) {
    return rules.getOffset(Micros.toInstant(time)).getTotalSeconds() * Micros.PER_SECOND;
  }

  private static int[] arrivals(long[] times, long delay) {
    int[] arrived = new int[times.length];
    int last = -1;
    for (int row = 0; row < times.length; row++) {
      while (last + 1 <= row && times[last + 1] + delay <= times[row]) {
        last++;
      }
      arrived[row] = last;
    }
    return arrived;
  }
}
