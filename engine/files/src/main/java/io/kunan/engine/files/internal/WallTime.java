package io.kunan.engine.files.internal;

/**
 * A time as it stands in a file, used again for each row.
 *
 * <p>{@code micros} is what a clock on the wall shows, counted as if the clock stood in UTC.
 */
final class WallTime {
  /** How the shown time is bound to an instant. */
  enum Kind {
    /** No offset: the zone of the file says which instant it is. */
    LOCAL,
    /** With an offset. */
    OFFSET,
    /** A count since 1970: it shows no time of day. */
    COUNT
  }

  private Kind kind = Kind.LOCAL;
  private long micros;
  private long offsetMicros;

  boolean setLocal(long wallMicros) {
    kind = Kind.LOCAL;
    micros = wallMicros;
    offsetMicros = 0;
    return true;
  }

  boolean setOffset(long wallMicros, long offset) {
    kind = Kind.OFFSET;
    micros = wallMicros;
    offsetMicros = offset;
    return true;
  }

  boolean setCount(long instantMicros) {
    kind = Kind.COUNT;
    micros = instantMicros;
    offsetMicros = 0;
    return true;
  }

  Kind kind() {
    return kind;
  }

  /** What the wall clock shows. */
  long micros() {
    return micros;
  }

  /** How far the wall clock is ahead of UTC, 0 for a local time. */
  long offset() {
    return offsetMicros;
  }
}
