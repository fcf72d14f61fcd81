package io.kunan.kernel;

import java.time.Instant;

/**
 * A span of time, first instant included, last excluded, in microseconds UTC.
 *
 * @param from first microsecond inside
 * @param to first microsecond after; equal to {@code from} for an empty range
 */
public record TimeRange(long from, long to) {
  /** All of time. */
  public static final TimeRange ALL = new TimeRange(Long.MIN_VALUE, Long.MAX_VALUE);

  public TimeRange {
    if (to < from) {
      throw new IllegalArgumentException(
          "a time range ends at %s, before its start %s".formatted(to, from));
    }
  }

  public static TimeRange of(Instant from, Instant to) {
    return new TimeRange(Micros.of(from), Micros.of(to));
  }

  public boolean contains(long micros) {
    return micros >= from && micros < to;
  }

  public boolean overlaps(TimeRange other) {
    return from < other.to && other.from < to;
  }

  public boolean isEmpty() {
    return from == to;
  }

  public long lengthMicros() {
    return Math.subtractExact(to, from);
  }
}
