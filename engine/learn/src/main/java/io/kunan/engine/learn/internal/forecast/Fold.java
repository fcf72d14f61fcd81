package io.kunan.engine.learn.internal.forecast;

/**
 * Times forecast with one fit, which saw only what had arrived at the first forecast's origin.
 * Everything is counted in places of the panel's times.
 *
 * @param moment place at which the fit is made: the origin of the first forecast
 * @param first place of the first target
 * @param end place after the last target
 */
public record Fold(int moment, int first, int end) {
  /** The targets from {@code first} to {@code end}, fitted when the first forecast is made. */
  static Fold of(int first, int end, int horizon) {
    return new Fold(first - horizon, first, end);
  }
}
