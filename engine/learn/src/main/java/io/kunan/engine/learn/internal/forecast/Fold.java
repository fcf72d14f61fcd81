package io.kunan.engine.learn.internal.forecast;

/**
 * Rows forecast with one fit, which saw only what had arrived at the first forecast's origin.
 *
 * @param moment row at which the fit is made: the origin of the first forecast
 * @param first first target row
 * @param end target row after the last
 */
public record Fold(int moment, int first, int end) {
  /** The targets from {@code first} to {@code end}, fitted when the first forecast is made. */
  static Fold of(int first, int end, int horizon) {
    return new Fold(first - horizon, first, end);
  }
}
