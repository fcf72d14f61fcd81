package io.kunan.scenario.potline.core.advisor;

import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.science.electrolysis.Coefficients;

/**
 * Metal in the pot and the pot's own efficiency by Faraday, scale and level: the level is noisy
 * (1.4 t), the balance is not, so the level is believed little and long.
 */
final class TapEstimator {
  private static final double HOURS = 24;

  private final LineTargets targets;
  private final double gain;
  private final double levelError;
  private final double walkKg;
  private final double walkShare;

  /** Metal above what it should be at a round, kg; lives on through the day. */
  private double metal;

  /** The same at the last round. */
  private double atRound;

  /** Efficiency by that of the line. */
  private double share = 1;

  /** Until the first round nobody knows how far the day has gone. */
  private boolean begun;

  /** Hours since the last round. */
  private int sinceRound;

  private double varianceMetal;
  private double covariance;
  private double varianceShare;

  TapEstimator(LineTargets targets, Coefficients file) {
    this.targets = targets;
    gain = file.get("tap.gain");
    levelError = file.get("sample.level");
    walkKg = file.get("tap.walkKg");
    walkShare = file.get("tap.walkShare");
    varianceMetal = Math.pow(file.get("tap.priorKg"), 2);
    varianceShare = Math.pow(file.get("tap.priorShare"), 2);
  }

  /** Lives an hour. */
  void take(PotReport report, double usualKgPerHour) {
    if (!begun) {
      begun = report.hasLevels();
    } else {
      live(report, usualKgPerHour);
    }
    if (report.hasLevels()) {
      level((report.metalCm() - targets.metalCm()) * targets.kgPerCm());
    }
    sinceRound++;
    if (report.hasLevels() || report.hasCelsius()) {
      sinceRound = 0;
      atRound = metal;
    }
  }

  private void live(PotReport report, double usualKgPerHour) {
    metal += share * usualKgPerHour - (Double.isNaN(report.tapKg()) ? 0 : report.tapKg());
    varianceMetal +=
        usualKgPerHour * (2 * covariance + usualKgPerHour * varianceShare)
            + walkKg * walkKg / HOURS;
    covariance += usualKgPerHour * varianceShare;
    varianceShare += walkShare * walkShare / HOURS;
  }

  private void level(double kg) {
    double total = varianceMetal + levelError * levelError;
    double toMetal = varianceMetal / total;
    double toShare = covariance / total;
    double off = kg - metal;
    metal += toMetal * off;
    share += toShare * off;
    varianceShare -= toShare * covariance;
    covariance -= toMetal * covariance;
    varianceMetal -= toMetal * varianceMetal;
  }

  /**
   * Metal level expected at the coming round, cm.
   *
   * @param usualKgPerHour by line current at the usual efficiency
   */
  double levelAtNextRound(double usualKgPerHour) {
    double left = Math.max(0, HOURS - sinceRound);
    return targets.metalCm() + (metal + share * usualKgPerHour * left) / targets.kgPerCm();
  }

  /** Efficiency by that of the line. */
  double share() {
    return share;
  }

  double shareDeviation() {
    return Math.sqrt(varianceShare);
  }

  /**
   * Weight of the next tap, kg, before the guard rails.
   *
   * @param dayMetalKg by line current at the usual efficiency
   */
  double wanted(double dayMetalKg) {
    return share * dayMetalKg + gain * atRound;
  }
}
