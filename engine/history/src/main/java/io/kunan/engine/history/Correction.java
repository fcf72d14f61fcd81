package io.kunan.engine.history;

import io.kunan.kernel.TagId;

/**
 * A stored point was replaced by a later one of the same tag and time. Late data that repeats what
 * is stored is no correction.
 *
 * @param tag whose history changed
 * @param time of the point, microseconds UTC
 * @param oldValue what was stored
 * @param oldQuality quality of what was stored
 * @param newValue what counts from then on
 * @param newQuality its quality
 * @param at when the replacement arrived, microseconds UTC, to the second
 * @param who who made it; empty when it simply arrived as data
 * @param why the reason given; empty when it simply arrived as data
 */
public record Correction(
    TagId tag,
    long time,
    double oldValue,
    short oldQuality,
    double newValue,
    short newQuality,
    long at,
    String who,
    String why) {}
