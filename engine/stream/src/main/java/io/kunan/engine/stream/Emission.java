package io.kunan.engine.stream;

/** What a job says. */
public sealed interface Emission {
  JobKey key();

  /** The time it is said for, microseconds UTC; never decreases for one key. */
  long time();

  /**
   * A point of a calculated tag.
   *
   * @param value NaN when it could not be worked out, with a bad quality
   */
  record Value(JobKey key, String tag, long time, double value, short quality)
      implements Emission {}

  /**
   * An event frame has begun.
   *
   * @param time of the point that confirmed it; the frame may have started before
   * @param figure what was compared with the limit; NaN where there is no such figure
   */
  record Opened(JobKey key, long time, EventFrame frame, double figure) implements Emission {}

  /** An event frame has ended. */
  record Closed(JobKey key, long time, EventFrame frame) implements Emission {}
}
