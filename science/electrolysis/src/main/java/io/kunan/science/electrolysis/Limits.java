package io.kunan.science.electrolysis;

/** The closed range of an input in which an equation holds, in the unit of that input. */
record Limits(double low, double high) {

  /** True for a number inside the range, false outside and for NaN. */
  boolean hold(double value) {
    return value >= low && value <= high;
  }

  /** The nearest value inside the range; NaN stays NaN. */
  double clamp(double value) {
    return Math.min(high, Math.max(low, value));
  }
}
