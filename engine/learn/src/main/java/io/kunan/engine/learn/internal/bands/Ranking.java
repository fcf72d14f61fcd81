package io.kunan.engine.learn.internal.bands;

import java.util.Arrays;

/** Numbers kept in order. */
final class Ranking {
  private double[] sorted = new double[256];
  private int size;

  int size() {
    return size;
  }

  /** Adds a number, or takes away one that was added. */
  void change(double value, int sign) {
    int found = Arrays.binarySearch(sorted, 0, size, value);
    int place = found >= 0 ? found : -found - 1;
    if (sign > 0) {
      if (size == sorted.length) {
        sorted = Arrays.copyOf(sorted, 2 * size);
      }
      System.arraycopy(sorted, place, sorted, place + 1, size - place);
      sorted[place] = value;
    } else {
      System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
    }
    size += sign;
  }

  /** The number that a share of them does not exceed, one more than them counted. */
  double quantile(double share) {
    int rank = (int) Math.ceil(share * (size + 1));
    return sorted[Math.clamp(rank - 1, 0, size - 1)];
  }
}
