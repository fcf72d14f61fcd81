package io.kunan.platform.live;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * The last value of a tag.
 *
 * @param tag number of the tag
 * @param time when it was measured, milliseconds since 1970 UTC
 * @param value in the unit of the tag; NaN, null on the wire, when the measurement was bad
 * @param quality OPC UA quality, 0…65535
 * @param ageSeconds how long ago, by the server's clock
 */
public record LiveValue(
    int tag,
    double time,
    @Schema(types = {"number", "null"}) double value,
    int quality,
    double ageSeconds) {}
