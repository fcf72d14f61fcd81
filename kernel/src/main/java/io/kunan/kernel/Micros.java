package io.kunan.kernel;

import java.time.Duration;
import java.time.Instant;

/** Instants as microseconds since 1970-01-01T00:00:00Z, the time of every stored point. */
public final class Micros {
  public static final long PER_SECOND = 1_000_000L;
  public static final long PER_MINUTE = 60 * PER_SECOND;
  public static final long PER_HOUR = 60 * PER_MINUTE;
  public static final long PER_DAY = 24 * PER_HOUR;

  private Micros() {}

  /** Rounds down to the microsecond. Throws ArithmeticException beyond some 292,000 years. */
  public static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), PER_SECOND), instant.getNano() / 1_000);
  }

  public static long of(Duration duration) {
    return Math.addExact(
        Math.multiplyExact(duration.getSeconds(), PER_SECOND), duration.getNano() / 1_000);
  }

  public static Instant toInstant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, PER_SECOND), Math.floorMod(micros, PER_SECOND) * 1_000);
  }
}
