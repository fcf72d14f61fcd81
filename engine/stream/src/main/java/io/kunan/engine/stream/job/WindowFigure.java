package io.kunan.engine.stream.job;

/** What is told of a window. */
public enum WindowFigure {
  /** Mean weighted by time, over the time for which the value was known. */
  MEAN,
  MIN,
  MAX,
  FIRST,
  LAST,
  /** Integral over time, in the unit of the expression times hours: kW gives kWh. */
  INTEGRAL,
  /** Usable points. */
  COUNT,
  /** Seconds for which the value was known. */
  KNOWN_SECONDS
}
