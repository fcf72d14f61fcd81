package io.kunan.scenario.potline.core.loop;

/**
 * What a pot is asked to hold.
 *
 * @param doseKgPerDay AlF3
 * @param tapKg weight of the next tap
 * @param setVolts offset of the set voltage at nominal current, V
 * @param feedShare base feed of alumina by Faraday demand; 1 leaves it to the pot controller
 */
public record SetPoints(double doseKgPerDay, double tapKg, double setVolts, double feedShare) {
  private static final double VOLTS_ROUNDING = 1e-6;

  /** Set-points that leave the feed to the pot controller. */
  public SetPoints(double doseKgPerDay, double tapKg, double setVolts) {
    this(doseKgPerDay, tapKg, setVolts, 1);
  }

  /** Whether a pot that reports these holds what is asked of it: dose and volts. */
  public boolean isHeldBy(SetPoints present) {
    return doseKgPerDay == present.doseKgPerDay
        && Math.abs(setVolts - present.setVolts) < VOLTS_ROUNDING;
  }

  SetPoints withTap(double kg) {
    return new SetPoints(doseKgPerDay, kg, setVolts, feedShare);
  }

  boolean isFinite() {
    return Double.isFinite(doseKgPerDay)
        && Double.isFinite(tapKg)
        && Double.isFinite(setVolts)
        && Double.isFinite(feedShare);
  }
}
