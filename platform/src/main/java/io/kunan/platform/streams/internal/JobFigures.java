package io.kunan.platform.streams.internal;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a job has said since it was started; used by several threads. */
final class JobFigures {
  private final Set<String> holdingAt = new HashSet<>();
  private long pointsOut;
  private long firings;
  private @Nullable Long lastOutput;
  private @Nullable Long lastFiring;

  /**
   * @param pointsOut points said since the start of the job
   * @param firings frames begun since then
   * @param holding places at which a frame is open, as far as it was said since then
   * @param lastOutput time of the newest point said; null before the first
   * @param lastFiring start of the newest frame known; null before the first
   */
  record Reading(
      long pointsOut,
      long firings,
      int holding,
      @Nullable Long lastOutput,
      @Nullable Long lastFiring) {}

  synchronized void value(long time) {
    pointsOut++;
    lastOutput = lastOutput == null ? time : Math.max(lastOutput, time);
  }

  synchronized void opened(String asset, long start) {
    firings++;
    holdingAt.add(asset);
    knownFiring(start);
  }

  synchronized void closed(String asset) {
    holdingAt.remove(asset);
  }

  synchronized void knownFiring(long start) {
    lastFiring = lastFiring == null ? start : Math.max(lastFiring, start);
  }

  synchronized Reading read() {
    return new Reading(pointsOut, firings, holdingAt.size(), lastOutput, lastFiring);
  }
}
