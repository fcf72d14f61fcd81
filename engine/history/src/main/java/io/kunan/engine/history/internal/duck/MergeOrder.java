package io.kunan.engine.history.internal.duck;

import java.util.Arrays;

/**
 * A stable order of times that are mostly in order already: natural merge sort over indices, so
 * that a little late data costs little.
 */
final class MergeOrder {
  private MergeOrder() {}

  static int[] of(long[] times, int n) {
    int[] order = new int[n];
    Arrays.setAll(order, i -> i);
    int[] ends = ascents(times, n);
    int[] spare = new int[n];
    while (ends.length > 1) {
      int[] merged = new int[(ends.length + 1) / 2];
      int start = 0;
      for (int k = 0; k < ends.length; k += 2) {
        int middle = ends[k];
        int end = k + 1 < ends.length ? ends[k + 1] : middle;
        merge(times, order, spare, start, middle, end);
        merged[k / 2] = end;
        start = end;
      }
      int[] swap = order;
      order = spare;
      spare = swap;
      ends = merged;
    }
    return order;
  }

  private static int[] ascents(long[] times, int n) {
    int[] ends = new int[16];
    int count = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || times[i] < times[i - 1]) {
        if (count == ends.length) {
          ends = Arrays.copyOf(ends, count * 2);
        }
        ends[count++] = i;
      }
    }
    return Arrays.copyOf(ends, count);
  }

  private static void merge(long[] times, int[] from, int[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int k = start; k < end; k++) {
      boolean takeLeft = right >= end || (left < middle && times[from[left]] <= times[from[right]]);
      to[k] = takeLeft ? from[left++] : from[right++];
    }
  }
}
