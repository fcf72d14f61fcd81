package io.kunan.scenario.potline.core.watch;

/**
 * What the line shows at a minute.
 *
 * @param micros UTC
 * @param kiloamperes line current
 * @param volts of the pots; NaN when a pot controller does not answer
 * @param feedKgPerHour alumina fed to the pots by nominal dumps
 * @param modes of feeding, a code of the pot controller each
 */
@SuppressWarnings("ArrayRecordComponent") // one cell a pot, each minute
public record LineMinute(
    long micros, double kiloamperes, double[] volts, double[] feedKgPerHour, int[] modes) {}
