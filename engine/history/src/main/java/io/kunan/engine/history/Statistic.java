package io.kunan.engine.history;

/** One figure of a bucket of time. */
public enum Statistic {
  /** Arithmetic mean of the usable points. */
  MEAN,
  MIN,
  MAX,
  /** The first usable point. */
  FIRST,
  /** The last usable point. */
  LAST,
  SUM,
  /** Number of usable points. */
  COUNT,
  /** Mean weighted by the time each value holds, neighbours outside the bucket considered. */
  TIME_WEIGHTED
}
