package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Faraday;

/**
 * The laws that are true in this virtual plant and priors everywhere else: noise, current
 * efficiency, sludge, cathode drop and the hazard of an anode effect. What makes small distance,
 * thick ledge and cold bath cost something is scaled by one factor, so that a saving can be tried
 * against a milder and a harsher plant.
 */
final class TruthLaws {
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double DISTANCE = 4;
  private static final double SUPERHEAT = 9;
  private static final double EXCESS = 10;
  private static final double LEAST_WARM = 7;
  private static final double COLD = 6;
  private static final double QUIET_MILLIVOLTS = 12;
  private static final double LEDGE_TOE_CM = 8.5;
  private static final double MUCH_SLUDGE = 80;
  private static final double LOW_METAL_CM = 21;
  private static final double SQUEEZE_POWER = -0.8;
  private static final double MOST_SLOW_SHARE = 0.95;
  private static final double BACK_LEAST = 0.1;
  private static final double BACK_MOST = 1.2;
  private static final double BACK_SUPERHEAT = 8;

  private final Coefficients file;
  private final double scale;
  private final double base;
  private final double bySuperheat;
  private final double byExcess;
  private final double byCold;
  private final double bySqueeze;
  private final double byNoise;
  private final double byLedge;
  private final double bySludge;
  private final double highest;
  private final double quiet;
  private final double noiseSqueezed;
  private final double noiseWidth;
  private final double noiseLedge;
  private final double noiseSludge;
  private final double noiseColdAnode;
  private final double noiseLowMetal;
  private final double noiseHighest;
  private final double hazardPerDay;
  private final double hazardAlumina;
  private final double hazardCold;
  private final double hazardAnode;
  private final double hazardStarved;
  private final double certain;
  private final double densityMargin;
  private final double coldShare;
  private final double coldSinking;
  private final double cathodeLedge;
  private final double cathodeSludge;

  TruthLaws(Coefficients file, double penaltyScale) {
    this.file = file;
    scale = penaltyScale;
    base = file.get("efficiency.base");
    bySuperheat = file.get("efficiency.superheat");
    byExcess = file.get("efficiency.excess");
    byCold = penalty("efficiency.coldBath");
    bySqueeze = penalty("efficiency.squeezed");
    byNoise = penalty("efficiency.noise");
    byLedge = penalty("efficiency.ledge");
    bySludge = penalty("efficiency.sludge");
    highest = file.get("efficiency.highest");
    quiet = file.get("noise.quiet");
    noiseSqueezed = penalty("noise.squeezed");
    noiseWidth = file.get("noise.width");
    noiseLedge = penalty("noise.ledge");
    noiseSludge = penalty("noise.sludge");
    noiseColdAnode = file.get("noise.coldAnode");
    noiseLowMetal = penalty("noise.lowMetal");
    noiseHighest = file.get("noise.highest");
    hazardPerDay = file.get("anodeEffect.perDay");
    hazardAlumina = file.get("anodeEffect.alumina");
    hazardCold = penalty("anodeEffect.coldBath");
    hazardAnode = file.get("anodeEffect.coldAnode");
    hazardStarved = file.get("anodeEffect.starved");
    certain = file.get("anodeEffect.certain");
    densityMargin = file.get("anodeEffect.densityMargin");
    coldShare = penalty("sludge.coldShare");
    coldSinking = penalty("sludge.coldSinking");
    cathodeLedge = penalty("cathode.ledge");
    cathodeSludge = penalty("cathode.sludge");
  }

  private double penalty(String symbol) {
    return scale * file.get(symbol);
  }

  private static double above(double value, double limit) {
    return Math.max(0, value - limit);
  }

  /**
   * Current efficiency as a fraction.
   *
   * @param offset of the pot
   * @param superheat °C
   * @param excess AlF3, wt%
   * @param distance anode to cathode, cm
   * @param noise mV
   * @param ledge cm
   * @param sludge kg
   */
  double efficiency(
      double offset,
      double superheat,
      double excess,
      double distance,
      double noise,
      double ledge,
      double sludge) {
    double efficiency =
        base
            + offset
            - bySuperheat * (Math.max(superheat, LEAST_WARM) - SUPERHEAT)
            - byCold * above(COLD, superheat)
            + byExcess * (excess - EXCESS)
            - bySqueeze * (Math.pow(distance / DISTANCE, SQUEEZE_POWER) - 1)
            - byNoise * above(noise, QUIET_MILLIVOLTS)
            - byLedge * above(ledge, LEDGE_TOE_CM)
            - bySludge * above(sludge, MUCH_SLUDGE);
    return Math.min(highest, efficiency);
  }

  /**
   * Noise level of a pot, mV.
   *
   * @param distance anode to cathode, cm
   * @param critical distance at which this pot feels the waves of its metal, cm
   * @param ledge cm
   * @param sludge kg
   * @param coldAnodes freshly changed ones, decaying
   * @param metal height, cm
   */
  double noise(
      double distance,
      double critical,
      double ledge,
      double sludge,
      double coldAnodes,
      double metal) {
    double noise =
        quiet
            + noiseSqueezed * Math.exp(-(distance - critical) / noiseWidth)
            + noiseLedge * above(ledge, LEDGE_TOE_CM)
            + noiseSludge * above(sludge, MUCH_SLUDGE)
            + noiseColdAnode * coldAnodes
            + noiseLowMetal * above(LOW_METAL_CM, metal);
    return Math.min(noiseHighest, noise);
  }

  /** Factor on the cathode resistance by ledge toe and sludge. */
  double cathodeFactor(double ledge, double sludge) {
    return 1
        + cathodeLedge * above(ledge, LEDGE_TOE_CM)
        + cathodeSludge * above(sludge, MUCH_SLUDGE);
  }

  /** Part of the alumina that does not dissolve at once. */
  double slowShare(double share, double superheat) {
    return Math.min(MOST_SLOW_SHARE, share + coldShare * above(LEAST_WARM, superheat));
  }

  /** Factor on the rate at which floating alumina sinks. */
  double sinkingFactor(double superheat) {
    return 1 + coldSinking * above(COLD, superheat);
  }

  /** Factor on the rate at which sludge dissolves back. */
  double backFactor(double superheat) {
    return Math.min(BACK_MOST, Math.max(BACK_LEAST, superheat / BACK_SUPERHEAT));
  }

  /** Probability of an anode effect beginning in some seconds. */
  double anodeEffectProbability(
      double aboveOnset,
      double superheat,
      double coldAnodes,
      double blockedFeeders,
      double seconds) {
    double perDay =
        hazardPerDay
            * Math.exp(
                hazardAlumina * (0.3 - aboveOnset)
                    + hazardCold * above(COLD, superheat)
                    + hazardAnode * coldAnodes
                    + hazardStarved * blockedFeeders);
    return 1 - Math.exp(-perDay * seconds / SECONDS_PER_DAY);
  }

  /** True when the anode effect cannot be avoided; wt% and A/cm². */
  boolean anodeEffectCertain(double aboveOnset, double belowCriticalDensity) {
    return aboveOnset < -certain || belowCriticalDensity <= densityMargin;
  }

  /** Metal of a pot at base efficiency, kg/s. */
  double nominalMetalKgPerSecond(double amperes) {
    return Faraday.KG_PER_COULOMB * amperes * base;
  }
}
