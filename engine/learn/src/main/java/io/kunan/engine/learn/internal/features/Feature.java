package io.kunan.engine.learn.internal.features;

import io.kunan.kernel.Micros;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * One input of a learner: a number calculated at the origin of a forecast from what had arrived
 * there. “Before” is counted from the target's time: one day before is the latest row of the same
 * clock time that has arrived.
 *
 * @param kind what is calculated
 * @param signal of which signal; ignored by calendar kinds
 * @param a rows, days or weeks, as the kind says
 * @param b an offset in rows, or the end of a span of days or weeks
 * @param level the level that parts idle from running, where the kind asks for it
 */
public record Feature(Kind kind, int signal, int a, int b, double level) {
  /** What a feature calculates. */
  public enum Kind {
    /** The last value that is not missing. */
    LAST,
    /** The value {@code a} rows before the last that arrived. */
    VALUE,
    /** Last value less the value {@code a} rows before. */
    CHANGE,
    /** Mean of the last {@code a} rows. */
    MEAN,
    /** Standard deviation of the last {@code a} rows. */
    DEVIATION,
    /** Smallest of the last {@code a} rows. */
    LOWEST,
    /** Largest of the last {@code a} rows. */
    HIGHEST,
    /** Value {@code a} days before the target, {@code b} rows later. */
    DAYS_BEFORE,
    /** Value {@code a} weeks before the target, {@code b} rows later. */
    WEEKS_BEFORE,
    /** Median of the values 1 to {@code a} days before. */
    MEDIAN_OF_DAYS,
    /** Mean of the values 1 to {@code a} days before. */
    MEAN_OF_DAYS,
    /** Median of the values 1 to {@code a} weeks before. */
    MEDIAN_OF_WEEKS,
    /** Mean of the values 1 to {@code a} weeks before. */
    MEAN_OF_WEEKS,
    /** Mean of the rows within {@code b} of the value {@code a} days before. */
    AROUND_DAYS_BEFORE,
    /** Mean of the rows within {@code b} of the value {@code a} weeks before. */
    AROUND_WEEKS_BEFORE,
    /** Mean of the last {@code a} rows less the same {@code b} days earlier. */
    AGAINST_DAYS_BEFORE,
    /** Rows since the signal crossed the level: positive above, negative below. */
    RUN,
    /** The run before the present one. */
    RUN_BEFORE,
    /** Share of the last {@code a} rows above the level. */
    SHARE_ABOVE,
    /** Value known ahead at the target's time. */
    AHEAD,
    /** Mean of the values known ahead from the origin to the target. */
    AHEAD_MEAN,
    /** Mean of the last {@code a} rows less that of signal {@code b}: how a group differs. */
    OFFSET,
    /** Minutes from local midnight to the target. */
    MINUTE_OF_DAY,
    /** Day of the week of the target, Monday 1. */
    DAY_OF_WEEK,
    /** Sine of the target's time of day. */
    DAY_SINE,
    /** Cosine of the target's time of day. */
    DAY_COSINE,
    /** Hours from Monday's midnight to the target. */
    HOUR_OF_WEEK
  }

  static final int RUN_LIMIT = 2_000;

  /** A feature that needs no level. */
  public static Feature of(Kind kind, int signal, int a, int b) {
    return new Feature(kind, signal, a, b, 0);
  }

  public boolean isCalendar() {
    return kind.compareTo(Kind.MINUTE_OF_DAY) >= 0;
  }

  /** The feature's value for the forecast made at row {@code origin}; NaN when it has none. */
  public double at(Frame frame, int origin) {
    int now = frame.arrived(signal, origin);
    return switch (kind) {
      case LAST -> last(frame, now);
      case VALUE -> frame.value(signal, now - a);
      case CHANGE -> frame.value(signal, now) - frame.value(signal, now - a);
      case MEAN -> Spans.mean(frame, signal, now, a);
      case DEVIATION -> Spans.deviation(frame, signal, now, a);
      case LOWEST -> Spans.extreme(frame, signal, now, a, -1);
      case HIGHEST -> Spans.extreme(frame, signal, now, a, 1);
      case DAYS_BEFORE -> before(frame, origin, now, 1, a, b);
      case WEEKS_BEFORE -> before(frame, origin, now, 7, a, b);
      case MEDIAN_OF_DAYS -> Spans.median(span(a, i -> before(frame, origin, now, 1, i, 0)));
      case MEAN_OF_DAYS -> Spans.mean(span(a, i -> before(frame, origin, now, 1, i, 0)));
      case MEDIAN_OF_WEEKS -> Spans.median(span(a, i -> before(frame, origin, now, 7, i, 0)));
      case MEAN_OF_WEEKS -> Spans.mean(span(a, i -> before(frame, origin, now, 7, i, 0)));
      case AROUND_DAYS_BEFORE -> around(frame, origin, now, 1);
      case AROUND_WEEKS_BEFORE -> around(frame, origin, now, 7);
      case AGAINST_DAYS_BEFORE -> against(frame, now);
      case RUN -> now < 0 ? Double.NaN : Spans.run(frame, signal, now, level, RUN_LIMIT);
      case RUN_BEFORE -> runBefore(frame, now);
      case SHARE_ABOVE -> Spans.share(frame, signal, now, a, level);
      case AHEAD -> frame.value(signal, origin + frame.horizon());
      case AHEAD_MEAN -> Spans.mean(frame, signal, origin + frame.horizon(), frame.horizon());
      case OFFSET -> Spans.mean(frame, signal, now, a) - Spans.mean(frame, b, now, a);
      case MINUTE_OF_DAY -> dayMicros(frame, origin) / (double) Micros.PER_MINUTE;
      case DAY_OF_WEEK -> weekDay(frame, origin);
      case DAY_SINE -> Math.sin(2 * Math.PI * dayMicros(frame, origin) / Micros.PER_DAY);
      case DAY_COSINE -> Math.cos(2 * Math.PI * dayMicros(frame, origin) / Micros.PER_DAY);
      case HOUR_OF_WEEK ->
          24 * (weekDay(frame, origin) - 1) + dayMicros(frame, origin) / (double) Micros.PER_HOUR;
    };
  }

  /** How many rows before the origin the feature looks at, at most. */
  public int rowsBack(long step, int horizon) {
    int day = (int) Math.min(1_000_000, Math.ceilDiv(Micros.PER_DAY, step));
    int shift = horizon + 5;
    return switch (kind) {
      case LAST, VALUE, CHANGE, MEAN, DEVIATION, LOWEST, HIGHEST, SHARE_ABOVE, OFFSET -> a + 1;
      case DAYS_BEFORE, MEDIAN_OF_DAYS, MEAN_OF_DAYS, AROUND_DAYS_BEFORE -> a * day + shift;
      case WEEKS_BEFORE, MEDIAN_OF_WEEKS, MEAN_OF_WEEKS, AROUND_WEEKS_BEFORE -> 7 * a * day + shift;
      case AGAINST_DAYS_BEFORE -> a + b * day + 1;
      case RUN -> RUN_LIMIT;
      case RUN_BEFORE -> 2 * RUN_LIMIT;
      case AHEAD, AHEAD_MEAN, MINUTE_OF_DAY, DAY_OF_WEEK, DAY_SINE, DAY_COSINE, HOUR_OF_WEEK -> 1;
    };
  }

  /** What a person reads beside the feature. */
  public String name(List<Signal> signals) {
    return (isCalendar() ? "" : signals.get(signal).name() + " ") + FeatureName.of(this);
  }

  private double last(Frame frame, int now) {
    int row = now;
    while (row > 0 && Double.isNaN(frame.value(signal, row))) {
      row--;
    }
    return frame.value(signal, row);
  }

  private static double[] span(int count, IntToDoubleFunction value) {
    return IntStream.rangeClosed(1, count).mapToDouble(value).toArray();
  }

  private double before(Frame frame, int origin, int now, int days, int times, int shift) {
    int row = rowBefore(frame, origin, now, days, times);
    return row < 0 || row + shift > now ? Double.NaN : frame.value(signal, row + shift);
  }

  /** The row {@code times} × {@code days} before the target, the first time that has arrived. */
  private static int rowBefore(Frame frame, int origin, int now, int days, int times) {
    if (now < 0) {
      return -1;
    }
    long unit = days * Micros.PER_DAY;
    long first = Math.max(1, Math.ceilDiv(frame.targetTime(origin) - frame.time(now), unit));
    int row = frame.rowDaysBefore(origin, (first + times - 1) * days);
    return row > now ? -1 : row;
  }

  private double around(Frame frame, int origin, int now, int days) {
    int row = rowBefore(frame, origin, now, days, a);
    if (row < 0) {
      return Double.NaN;
    }
    int last = Math.min(now, row + b);
    return Spans.mean(frame, signal, last, last - (row - b) + 1);
  }

  private double against(Frame frame, int now) {
    if (now < 0) {
      return Double.NaN;
    }
    int then = frame.rowAt(frame.time(now) - b * Micros.PER_DAY, now);
    return then < a - 1
        ? Double.NaN
        : Spans.mean(frame, signal, now, a) - Spans.mean(frame, signal, then, a);
  }

  private double runBefore(Frame frame, int now) {
    if (now < 0) {
      return Double.NaN;
    }
    int start = now - Math.abs(Spans.run(frame, signal, now, level, RUN_LIMIT));
    return start < 0 ? Double.NaN : Spans.run(frame, signal, start, level, RUN_LIMIT);
  }

  private static long dayMicros(Frame frame, int origin) {
    return Math.floorMod(frame.local(frame.targetTime(origin)), Micros.PER_DAY);
  }

  private static int weekDay(Frame frame, int origin) {
    // 1970-01-01 was a Thursday, day 4
    long day = Math.floorDiv(frame.local(frame.targetTime(origin)), Micros.PER_DAY);
    return Math.floorMod(day + 3, 7) + 1;
  }
}
