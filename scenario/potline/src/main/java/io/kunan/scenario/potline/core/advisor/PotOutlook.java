package io.kunan.scenario.potline.core.advisor;

/**
 * What the advisor knows of a pot and expects of it while nothing is changed: the physics that
 * learned corrections start from.
 *
 * @param celsius mean bath temperature of the coming day
 * @param excess mean excess AlF3 of the coming day, wt%
 * @param superheat now, °C
 * @param metalCm metal level at the coming round
 * @param efficiency current efficiency of the pot, fraction
 * @param dayMetalKg metal of the coming day
 * @param alF3PerDay dose that keeps the excess, kg/d
 * @param celsiusDeviation standard deviation of the temperature estimate, °C
 * @param excessDeviation of the excess, wt%
 * @param efficiencyDeviation of the efficiency, fraction
 */
public record PotOutlook(
    double celsius,
    double excess,
    double superheat,
    double metalCm,
    double efficiency,
    double dayMetalKg,
    double alF3PerDay,
    double celsiusDeviation,
    double excessDeviation,
    double efficiencyDeviation) {}
