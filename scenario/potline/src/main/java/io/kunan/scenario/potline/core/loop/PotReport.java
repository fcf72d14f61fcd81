package io.kunan.scenario.potline.core.loop;

/**
 * What pot controller, crew and laboratory have published of a pot in one hour. Measurements that
 * did not come in the hour are NaN.
 *
 * @param volts mean without minutes of anode effect, V; NaN when the controller was silent
 * @param kiloamperes mean line current
 * @param noise mean, mV
 * @param heardMinutes in which the pot controller answered
 * @param unheardSeconds since the pot controller answered last, at the end of the hour
 * @param effectMinutes of anode effect
 * @param effectVolts mean voltage during them
 * @param aluminaKg fed, by nominal dumps
 * @param doseKgPerDay AlF3 being dosed
 * @param anodeChanges begun
 * @param bathTapKg bath tapped
 * @param tapKg metal tapped by the scale
 * @param tapPlannedKg plan of the next tap
 * @param tapBeforeKg plan of the last tap that was made
 * @param dayMetalKg metal of a day by line current at the usual efficiency, at the last round
 * @param setVolts offset of the set voltage that was asked for, V
 * @param ageDays since the pot was started
 * @param celsius bath temperature
 * @param celsiusMicros when it was taken, UTC
 * @param excess AlF3 by the laboratory, wt%
 * @param excessMicros when the sample was taken, UTC; the result came hours later
 * @param metalCm metal level before the tap
 * @param bathCm bath level
 */
public record PotReport(
    double volts,
    double kiloamperes,
    double noise,
    int heardMinutes,
    int unheardSeconds,
    int effectMinutes,
    double effectVolts,
    double aluminaKg,
    double doseKgPerDay,
    int anodeChanges,
    double bathTapKg,
    double tapKg,
    double tapPlannedKg,
    double tapBeforeKg,
    double dayMetalKg,
    double setVolts,
    double ageDays,
    double celsius,
    long celsiusMicros,
    double excess,
    long excessMicros,
    double metalCm,
    double bathCm) {

  /** Whether a bath temperature was taken. */
  public boolean hasCelsius() {
    return !Double.isNaN(celsius);
  }

  /** Whether an analysis came. */
  public boolean hasExcess() {
    return !Double.isNaN(excess);
  }

  /** Whether levels were taken. */
  public boolean hasLevels() {
    return !Double.isNaN(metalCm);
  }
}
