package io.kunan.science.electrolysis;

/**
 * Dissolution of alumina and its way through the sludge, kg/s: grains that fall in dissolve at once
 * in part, the rest floats and dissolves at a rate that falls with the gap to saturation, or sinks
 * to sludge that dissolves back slowly. Yao et al. 2017 for the form; rates are priors. Below a
 * superheat of 8 °C dissolution slows down in proportion, to a fifth at the lowest.
 */
public final class AluminaBalance {
  /** Gap to saturation at which the rate constants are stated. */
  private static final double USUAL_GAP = 0.65;

  private static final double WARM_BATH = 8;

  private AluminaBalance() {}

  /** Gap to saturation, 0 (saturated) to 1 (no alumina). */
  public static double gap(double alumina, double saturation) {
    return Math.max(0, 1 - alumina / saturation);
  }

  /** Factor by which a superheat in °C below 8 slows dissolution, 0.2–1. */
  public static double coldFactor(double superheat) {
    return Math.min(1, Math.max(0.2, superheat / WARM_BATH));
  }

  /** Floating alumina that dissolves, kg/s. */
  public static double dissolving(
      double ratePerSecond, double undissolvedKg, double gap, double superheat) {
    return ratePerSecond * coldFactor(superheat) * undissolvedKg * gap / USUAL_GAP;
  }

  /** Floating alumina that sinks to sludge, kg/s. */
  public static double sinking(double ratePerSecond, double undissolvedKg) {
    return ratePerSecond * undissolvedKg;
  }

  /** Sludge that dissolves back, kg/s. */
  public static double backDissolving(double ratePerSecond, double sludgeKg, double gap) {
    return ratePerSecond * sludgeKg * gap;
  }
}
