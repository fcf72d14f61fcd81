package io.kunan.scenario.potline.core.loop;

/**
 * What a pot is asked to hold.
 *
 * @param doseKgPerDay AlF3
 * @param tapKg weight of the next tap
 * @param setVolts offset of the set voltage at nominal current, V
 */
public record SetPoints(double doseKgPerDay, double tapKg, double setVolts) {}
