package io.kunan.platform.connect.internal.flow;

/** How many values came in each of the last seconds. */
final class RateWindow {
  private static final int SECONDS = 10;

  private final long[] counts = new long[SECONDS + 2];
  private final long[] secondOf = new long[SECONDS + 2];

  /** Counts values that came now. */
  synchronized void add(long nowMillis, int values) {
    long second = Math.floorDiv(nowMillis, 1_000);
    int slot = (int) Math.floorMod(second, (long) counts.length);
    if (secondOf[slot] != second) {
      secondOf[slot] = second;
      counts[slot] = 0;
    }
    counts[slot] += values;
  }

  /** Values a second over the last ten complete seconds. */
  synchronized double perSecond(long nowMillis) {
    long current = Math.floorDiv(nowMillis, 1_000);
    long sum = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (secondOf[slot] < current && secondOf[slot] >= current - SECONDS) {
        sum += counts[slot];
      }
    }
    return (double) sum / SECONDS;
  }
}
