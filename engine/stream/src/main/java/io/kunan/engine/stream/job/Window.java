package io.kunan.engine.stream.job;

import java.time.Duration;

/** Pieces of time over which statistics are made. */
public sealed interface Window {
  /**
   * One after the other, from midnight UTC plus the offset.
   *
   * @param length of each, such as 10 min
   * @param offset shift of the grid, such as 8 h for a shift that begins at 08:00 UTC
   */
  record Tumbling(Duration length, Duration offset) implements Window {}

  /**
   * Overlapping.
   *
   * @param length of each
   * @param every how often one ends; divides the length
   */
  record Sliding(Duration length, Duration every) implements Window {}

  /**
   * As long as points keep coming.
   *
   * @param silence how long without a point ends the window; it ends with its last point
   */
  record Session(Duration silence) implements Window {}
}
