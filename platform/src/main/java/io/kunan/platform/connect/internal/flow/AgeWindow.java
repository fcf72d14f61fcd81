package io.kunan.platform.connect.internal.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Ages of the values of the last minute. Ages are counted in classes 5 % wide, in slots of five
 * seconds, so that a value costs no memory and a percentile is exact to 5 %.
 */
final class AgeWindow {
  private static final int SLOTS = 12;
  private static final long SLOT_MILLIS = 5_000;
  private static final double GROWTH = Math.log(1.05);

  /** The last class begins at some 12 days. */
  private static final int CLASSES = 430;

  private final int[][] counts = new int[SLOTS][CLASSES];
  private final long[] slotOf = new long[SLOTS];

  /**
   * Counts one value.
   *
   * @param now milliseconds of a clock that does not go back
   * @param ageMillis negative ages, of a source whose clock is ahead, count as zero
   */
  synchronized void add(long now, long ageMillis) {
    counts[slot(now)][classOf(ageMillis)]++;
  }

  /** The age that this share of the values stay below, seconds; null without values. */
  synchronized @Nullable Double percentileSeconds(long now, double share) {
    int[] sum = new int[CLASSES];
    long total = 0;
    for (int s = 0; s < SLOTS; s++) {
      if (slotOf[s] > now / SLOT_MILLIS - SLOTS) {
        for (int c = 0; c < CLASSES; c++) {
          sum[c] += counts[s][c];
          total += counts[s][c];
        }
      }
    }
    if (total == 0) {
      return null;
    }
    long rank = (long) Math.ceil(share * total);
    int c = 0;
    for (long seen = sum[0]; seen < rank; seen += sum[c]) {
      c++;
    }
    return upperEdgeMillis(c) / 1_000;
  }

  private int slot(long now) {
    long number = now / SLOT_MILLIS;
    int slot = (int) (number % SLOTS);
    if (slotOf[slot] != number) {
      Arrays.fill(counts[slot], 0);
      slotOf[slot] = number;
    }
    return slot;
  }

  private static int classOf(long ageMillis) {
    return ageMillis <= 0
        ? 0
        : Math.min(CLASSES - 1, (int) Math.ceil(Math.log1p((double) ageMillis) / GROWTH));
  }

  private static double upperEdgeMillis(int ageClass) {
    return Math.expm1(ageClass * GROWTH);
  }
}
