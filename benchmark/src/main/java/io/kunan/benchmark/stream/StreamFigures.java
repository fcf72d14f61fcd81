package io.kunan.benchmark.stream;

/**
 * What the streams do in a second, beside a loop that does the bare arithmetic in the same run.
 * Events are points of 5,000 tags, each with a rule of its own with hysteresis; millions a second,
 * the median of the rounds.
 *
 * @param events points of a round
 * @param plainLoop an array of flags, a limit and a hysteresis; no time, order, quality or state to
 *     be kept
 * @param oneShard the local runtime with one thread
 * @param twoShards the same with two
 * @param oneShardDelayed rules as an expression of two terms with a delay, one thread
 * @param replay a trial of one rule over 30 days at 1 Hz
 * @param snapshotMillis keeping the state of all 5,000 rules, written and forced to disk
 * @param snapshotBytes of a rule
 * @param raised how often rules were raised in a round, the same in the loop and in the runtime
 */
public record StreamFigures(
    long events,
    double plainLoop,
    double oneShard,
    double twoShards,
    double oneShardDelayed,
    double replay,
    double snapshotMillis,
    double snapshotBytes,
    long raised) {}
