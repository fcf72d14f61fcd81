package io.kunan.platform.live;

/**
 * The last value of a tag.
 *
 * @param tag number of the tag
 * @param time when it was measured, milliseconds since 1970 UTC
 * @param value in the unit of the tag; NaN when the measurement was bad
 * @param quality OPC UA quality, 0…65535
 * @param ageSeconds how long ago, by the server's clock
 */
public record LiveValue(int tag, double time, double value, int quality, double ageSeconds) {}
