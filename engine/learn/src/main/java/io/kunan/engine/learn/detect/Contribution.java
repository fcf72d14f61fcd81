package io.kunan.engine.learn.detect;

/**
 * What a variable adds to an alarm.
 *
 * @param variable its name
 * @param share of the statistic, 0 to 1; the shares of all variables add up to 1
 */
public record Contribution(String variable, double share) {}
