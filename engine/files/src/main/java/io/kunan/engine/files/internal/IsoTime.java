package io.kunan.engine.files.internal;

import io.kunan.kernel.Micros;

/**
 * ISO 8601 as it is met in files: a month or a date alone, or a date with T or a blank and a time
 * to the minute or finer, with or without an offset.
 */
final class IsoTime implements TimeReader {
  private final Digits text = new Digits();
  private final Calendar calendar = new Calendar();

  @Override
  public boolean read(char[] chars, int from, int to, WallTime out) {
    text.start(chars, from, to);
    int year = text.number(4, 4);
    int month = text.take('-') ? text.number(2, 2) : -1;
    int day = text.atEnd() ? 1 : text.take('-') ? text.number(2, 2) : -1;
    if (year < 0 || month < 0 || day < 0) {
      return false;
    }
    if (text.atEnd()) {
      return local(calendar.micros(year, month, day, 0, 0, 0, 0), out);
    }
    if (!text.take('T') && !text.takeBlanks()) {
      return false;
    }
    long wall = timeOfDay(year, month, day);
    text.takeBlanks();
    return text.atEnd() ? local(wall, out) : wall != Calendar.NO_TIME && offset(wall, out);
  }

  private long timeOfDay(int year, int month, int day) {
    int hour = text.number(1, 2);
    int minute = text.take(':') ? text.number(2, 2) : -1;
    int second = text.take(':') ? text.number(2, 2) : 0;
    int fraction = text.take('.') || text.take(',') ? text.fraction() : 0;
    return hour < 0 || minute < 0 || second < 0 || fraction < 0
        ? Calendar.NO_TIME
        : calendar.micros(year, month, day, hour, minute, second, fraction);
  }

  private boolean offset(long wall, WallTime out) {
    if (text.take('Z')) {
      return text.atEnd() && out.setOffset(wall, 0);
    }
    int sign = text.take('+') ? 1 : text.take('-') ? -1 : 0;
    int hours = sign == 0 ? -1 : text.number(2, 2);
    text.take(':');
    int minutes = text.atEnd() ? 0 : text.number(2, 2);
    return hours >= 0
        && hours <= 18
        && minutes >= 0
        && minutes < 60
        && text.atEnd()
        && out.setOffset(wall, sign * (hours * Micros.PER_HOUR + minutes * Micros.PER_MINUTE));
  }

  private static boolean local(long wall, WallTime out) {
    return wall != Calendar.NO_TIME && out.setLocal(wall);
  }
}
