package io.kunan.plant.potline;

/**
 * What pot controller, crew and laboratory have published of a pot in the hour before: everything a
 * controller of the line may know. Measurements that did not come in the hour are NaN.
 *
 * @param volts mean at measured line current, without minutes of anode effect, V
 * @param kiloamperes mean line current
 * @param microOhms mean pseudo-resistance
 * @param noise mean, mV
 * @param heardMinutes in which the pot controller answered
 * @param unheardSeconds since the pot controller answered last, at the end of the hour
 * @param effectMinutes of anode effect
 * @param effectVolts mean voltage during them
 * @param aluminaKg fed, by nominal dumps
 * @param doseKgPerDay AlF3 being dosed
 * @param anodeChanges begun
 * @param bathTapKg bath tapped
 * @param tapKg metal tapped by the scale, NaN when none
 * @param tapPlannedKg plan of the next tap
 * @param tapBeforeKg plan of the last tap that was made
 * @param dayMetalKg metal of a day by line current, at the last round
 * @param setVolts advised offset of the set voltage, V
 * @param celsius bath temperature
 * @param celsiusMicros when it was taken, UTC
 * @param excess AlF3 by the laboratory, wt%
 * @param excessMicros when the sample was taken, UTC; the result came hours later
 * @param metalCm metal level before the tap
 * @param bathCm bath level
 * @param levelMicros when the levels were taken, UTC
 */
public record PotHour(
    double volts,
    double kiloamperes,
    double microOhms,
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
    double celsius,
    long celsiusMicros,
    double excess,
    long excessMicros,
    double metalCm,
    double bathCm,
    long levelMicros) {}
