package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Faraday;

/**
 * The laws that are true in this virtual plant and priors everywhere else: current efficiency,
 * noise and the hazard of an anode effect. They stand together because they are what a more severe
 * plant replaces.
 */
final class TruthLaws {
  private static final double QUIET_MILLIVOLTS = 15;
  private static final double SECONDS_PER_DAY = 86_400;

  private final double base;
  private final double bySuperheat;
  private final double byExcess;
  private final double byDistance;
  private final double byNoise;
  private final double noise;
  private final double hazardPerDay;
  private final double hazardAlumina;
  private final double hazardStarved;
  private final double certain;
  private final double densityMargin;
  private final double onset;

  TruthLaws(Coefficients file) {
    base = file.get("efficiency.base");
    bySuperheat = file.get("efficiency.superheat");
    byExcess = file.get("efficiency.excess");
    byDistance = file.get("efficiency.distance");
    byNoise = file.get("efficiency.noise");
    noise = file.get("noise.level");
    hazardPerDay = file.get("anodeEffect.perDay");
    hazardAlumina = file.get("anodeEffect.alumina");
    hazardStarved = file.get("anodeEffect.starved");
    certain = file.get("anodeEffect.certain");
    densityMargin = file.get("anodeEffect.densityMargin");
    onset = file.get("pot.anodeEffectAlumina");
  }

  /**
   * Current efficiency as a fraction.
   *
   * @param superheat °C
   * @param excess AlF3, wt%
   * @param distance anode to cathode, cm
   * @param noiseMillivolts noise level
   */
  double efficiency(double superheat, double excess, double distance, double noiseMillivolts) {
    return base
        - bySuperheat * (superheat - 9)
        + byExcess * (excess - 10)
        + byDistance * Math.min(0.5, Math.max(-1.5, distance - 4))
        - byNoise * Math.max(0, noiseMillivolts - QUIET_MILLIVOLTS);
  }

  /** Noise level of a pot, mV, from its own restlessness (1 for pot P). */
  double noiseMillivolts(double restlessness) {
    return noise * restlessness;
  }

  /** Probability of an anode effect beginning in some seconds. */
  double anodeEffectProbability(double alumina, double blockedFeeders, double seconds) {
    double perDay =
        hazardPerDay
            * Math.exp(hazardAlumina * (onset + 0.3 - alumina) + hazardStarved * blockedFeeders);
    return 1 - Math.exp(-perDay * seconds / SECONDS_PER_DAY);
  }

  /** True when the anode effect cannot be avoided; wt% and A/cm². */
  boolean anodeEffectCertain(double alumina, double belowCriticalDensity) {
    return alumina < onset - certain || belowCriticalDensity <= densityMargin;
  }

  /** Metal of a pot at base efficiency, kg/s. */
  double nominalMetalKgPerSecond(double amperes) {
    return Faraday.KG_PER_COULOMB * amperes * base;
  }
}
