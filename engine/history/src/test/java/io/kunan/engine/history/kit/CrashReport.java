package io.kunan.engine.history.kit;

/**
 * What a store was found to hold after its writer was killed again and again.
 *
 * @param kills times the writer's process was killed
 * @param acknowledged points the writer was told are safe
 * @param missing acknowledged points not found
 * @param doubled points found more than once
 * @param wrong points found with another value, or never written
 * @param unacknowledged points found that were written but not acknowledged when the writer died,
 *     over all kills: allowed
 * @param slowestOpenMs longest time to open the store after a kill
 * @param seconds the proof took
 */
public record CrashReport(
    int kills,
    long acknowledged,
    long missing,
    long doubled,
    long wrong,
    long unacknowledged,
    double slowestOpenMs,
    double seconds) {
  /** Whether the store kept its promise, and opened within three seconds. */
  public boolean holds() {
    return missing == 0 && doubled == 0 && wrong == 0 && slowestOpenMs <= 3_000;
  }
}
