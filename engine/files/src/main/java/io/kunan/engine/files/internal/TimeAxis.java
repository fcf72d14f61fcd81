package io.kunan.engine.files.internal;

import static java.time.ZoneOffset.UTC;

import io.kunan.kernel.Micros;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Puts the times of a file on the axis of instants and checks that they do not fall.
 *
 * <p>Many meters close their day with 0:00 of the day that ends. Such a line after the last
 * interval of its date is read as 24:00 and told; every other step back is refused, since nobody
 * can know which of the two times is wrong.
 */
final class TimeAxis {
  /** What {@link #place} answers for a refused line. */
  static final long REFUSED = Long.MIN_VALUE;

  private final ZoneId zone;
  private final ZoneClock clock;
  private final Findings findings;
  private long first = REFUSED;
  private long last = REFUSED;
  private long lastWall;
  private long lastLine;
  private long usualStep = Long.MAX_VALUE;

  TimeAxis(ZoneId zone, Findings findings) {
    this.zone = zone;
    this.clock = new ZoneClock(zone);
    this.findings = findings;
  }

  /** The instant of a line in microseconds, {@link #REFUSED} when the line is rejected. */
  long place(WallTime time, long line) {
    long wall = time.micros();
    long instant = instant(time, wall);
    if (instant < last && isEndOfDay(time)) {
      wall += Micros.PER_DAY;
      instant = instant(time, wall);
      if (instant >= last && exists(time)) {
        findings.repair(
            line, "0:00 after %s of the same date is read as 24:00".formatted(show(lastWall)));
      }
    }
    if (!exists(time)) {
      findings.reject(line, missing(wall));
      return REFUSED;
    }
    if (instant < last) {
      findings.reject(line, backward(time, wall));
      return REFUSED;
    }
    if (time.kind() == WallTime.Kind.LOCAL && clock.isAmbiguous()) {
      findings.ambiguous(
          line, "%s happens twice in %s; read as the first".formatted(show(wall), zone));
    }
    accept(instant, wall, line);
    return instant;
  }

  /** The first time, {@link #REFUSED} when there is none. */
  long first() {
    return first;
  }

  long last() {
    return last;
  }

  private void accept(long instant, long wall, long line) {
    if (first == REFUSED) {
      first = instant;
    } else if (instant > last) {
      usualStep = Math.min(usualStep, instant - last);
    }
    last = instant;
    lastWall = wall;
    lastLine = line;
  }

  private long instant(WallTime time, long wall) {
    return time.kind() == WallTime.Kind.LOCAL ? clock.toInstant(wall) : wall - time.offset();
  }

  private boolean exists(WallTime time) {
    return time.kind() != WallTime.Kind.LOCAL || clock.gap() == null;
  }

  /** Midnight of the date of the line before, which lies within two steps or an hour of its end. */
  private boolean isEndOfDay(WallTime time) {
    long midnight = time.micros();
    long left = midnight + Micros.PER_DAY - lastWall;
    long near = usualStep > Micros.PER_DAY ? 0 : 2 * usualStep;
    return time.kind() != WallTime.Kind.COUNT
        && Math.floorMod(midnight, Micros.PER_DAY) == 0
        && left > 0
        && left < Micros.PER_DAY
        && left <= Math.max(Micros.PER_HOUR, near);
  }

  private String missing(long wall) {
    var gap = clock.gap();
    return gap == null
        ? "the time does not exist"
        : "%s does not exist in %s: the clock goes from %s to %s"
            .formatted(
                show(wall),
                zone,
                gap.getDateTimeBefore().toLocalTime(),
                gap.getDateTimeAfter().toLocalTime());
  }

  private String backward(WallTime time, long wall) {
    String text =
        "%s steps back behind %s of line %d".formatted(show(wall), show(lastWall), lastLine);
    return time.kind() == WallTime.Kind.LOCAL && clock.isAmbiguous()
        ? text + "; this hour happens twice in %s: give times with their offset".formatted(zone)
        : text;
  }

  private static String show(long wall) {
    return LocalDateTime.ofInstant(Micros.toInstant(wall), UTC)
        .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
        .replace('T', ' ');
  }
}
