package io.kunan.engine.learn.detect;

/**
 * What a detector says at one row.
 *
 * @param statistic smoothed, in deviations of normal operation; comparable between detectors
 * @param limit of the statistic
 * @param alarm whether operation counts as abnormal, after the persistence rule
 */
public record RowVerdict(double statistic, double limit, boolean alarm) {}
