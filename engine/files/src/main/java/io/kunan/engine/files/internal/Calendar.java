package io.kunan.engine.files.internal;

import io.kunan.kernel.Micros;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/** Turns the parts of a written time into what a wall clock shows. */
final class Calendar {
  /** What {@link #micros} answers for parts that are no time. */
  static final long NO_TIME = Long.MIN_VALUE;

  private int year;
  private int month;
  private int day;
  private long dayMicros = NO_TIME;

  /** Keeps the last day: most rows of a file share it with the row before. */
  long micros(int y, int mo, int d, int h, int mi, int s, int fraction) {
    boolean endOfDay = h == 24 && mi == 0 && s == 0 && fraction == 0;
    if (h > 23 && !endOfDay || mi > 59 || s > 59) {
      return NO_TIME;
    }
    if (d != day || mo != month || y != year || dayMicros == NO_TIME) {
      if (mo < 1 || mo > 12 || d < 1 || d > Month.of(mo).length(Year.isLeap(y))) {
        return NO_TIME;
      }
      year = y;
      month = mo;
      day = d;
      dayMicros = LocalDate.of(y, mo, d).toEpochDay() * Micros.PER_DAY;
    }
    return dayMicros
        + h * Micros.PER_HOUR
        + mi * Micros.PER_MINUTE
        + s * Micros.PER_SECOND
        + fraction;
  }
}
