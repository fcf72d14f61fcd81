package io.kunan.scenario.potline.core;

import io.kunan.kernel.Quality;

/**
 * One measurement by hand or laboratory.
 *
 * @param takenMicros when the sample was taken, microseconds UTC
 * @param arrivedMicros when the result reached us; never before it was taken
 * @param value in the unit of its list
 * @param quality OPC UA quality
 */
public record Sample(long takenMicros, long arrivedMicros, double value, short quality) {
  /** Whether a decision at that instant may use it. */
  boolean isUsableAt(long nowMicros) {
    return arrivedMicros <= nowMicros && !Quality.isBad(quality) && !Double.isNaN(value);
  }
}
