package io.kunan.engine.history.internal.duck;

import java.util.Arrays;

/** When late points of a head arrived, to the second, kept as one entry for each change. */
final class ArrivalLog {
  private int[] starts = new int[2];
  private long[] arrivals = new long[2];
  private int size;

  synchronized void note(int index, long arrival) {
    if (size > 0 && arrivals[size - 1] == arrival) {
      return;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      arrivals = Arrays.copyOf(arrivals, size * 2);
    }
    starts[size] = index;
    arrivals[size] = arrival;
    size++;
  }

  /** Arrival of the point at an index that was noted, alone or with those just before it. */
  synchronized long at(int index) {
    int found = Arrays.binarySearch(starts, 0, size, index);
    int entry = found >= 0 ? found : -found - 2;
    return entry < 0 ? 0 : arrivals[entry];
  }
}
