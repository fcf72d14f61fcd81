package io.kunan.scenario.potline.core.loop;

/**
 * The site's tap: metal of a day by line current, and a part of what the filtered level is off. The
 * level is far too noisy to set the tap by it alone (0.8 cm are 1.4 t).
 */
final class TapRule {
  private static final double GAIN_PER_DAY = 0.15;

  private final LineTargets targets;

  TapRule(LineTargets targets) {
    this.targets = targets;
  }

  /** Weight of the next tap, kg, before the guard rails. */
  double wanted(PotReport report, PotMemory memory) {
    double level = memory.metalLevel();
    double off = Double.isNaN(level) ? 0 : level - targets.metalCm();
    return report.dayMetalKg() + GAIN_PER_DAY * off * targets.kgPerCm();
  }
}
