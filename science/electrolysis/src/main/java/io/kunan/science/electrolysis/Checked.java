package io.kunan.science.electrolysis;

/**
 * What an equation answers: its value, and whether every input lay inside the range in which the
 * equation was established. Outside, the inputs were moved to the nearest end of that range before
 * the value was calculated; nothing is extrapolated.
 *
 * @param value in the unit the equation names
 * @param inRange false when an input was outside the valid range or not a number
 */
public record Checked(double value, boolean inRange) {}
