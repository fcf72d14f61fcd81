package io.kunan.scenario.potline.core.loop;

import org.jspecify.annotations.Nullable;

/** A rule that says once a day what a pot should get. */
interface DailyRule {
  /**
   * What is wanted.
   *
   * @param doseKgPerDay AlF3
   * @param setVolts offset of the set voltage, V
   * @param doseHeld whether the rule itself has already held the dose at a rail
   */
  record Wish(double doseKgPerDay, double setVolts, boolean doseHeld) {}

  /**
   * Decides; null when the rule has nothing to go by and the pot is left as it is.
   *
   * @param trim of the line, kg/d
   */
  @Nullable Wish decide(PotMemory pot, PotReport now, LineReport line, double trim);

  /** Dose by mass balance and trim, kg/d. */
  double baseDose(PotMemory pot, LineReport line, double trim);
}
