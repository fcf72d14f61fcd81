package io.kunan.engine.optimise.internal.plant;

import java.util.Arrays;

/**
 * Orders whose next operation can be done by the same resources: those that are ready, and those
 * that will be, the soonest first. Time never goes back.
 */
final class WaitingPool {
  private final int[] resources;

  /** Minute the next operation of each order can start; shared by all pools. */
  private final int[] ready;

  /** Place of each order in its pool: among those here, or the complement among those coming. */
  private final int[] at;

  private int[] here = new int[8];
  private int present;
  private int[] coming = new int[8];
  private int expected;

  WaitingPool(int[] resources, int[] ready, int[] at) {
    this.resources = resources;
    this.ready = ready;
    this.at = at;
  }

  int[] resources() {
    return resources;
  }

  void clear() {
    present = 0;
    expected = 0;
  }

  int size() {
    return present + expected;
  }

  /** Orders that are ready, as of the last {@link #advance}; they are the first. */
  int present() {
    return present;
  }

  int get(int i) {
    return i < present ? here[i] : coming[i - present];
  }

  /** Minute an order is ready, no earlier than now; the greatest number when none waits. */
  int soonest(int now) {
    if (present > 0) {
      return now;
    }
    return expected == 0 ? Integer.MAX_VALUE : ready[coming[0]];
  }

  void add(int o) {
    if (expected == coming.length) {
      coming = Arrays.copyOf(coming, 2 * expected);
    }
    rise(expected++, o);
  }

  void remove(int o) {
    if (at[o] >= 0) {
      int last = here[--present];
      here[at[o]] = last;
      at[last] = at[o];
    } else {
      removeComing(~at[o]);
    }
  }

  /** Takes over what is ready by a minute. */
  void advance(int now) {
    while (expected > 0 && ready[coming[0]] <= now) {
      int o = coming[0];
      removeComing(0);
      if (present == here.length) {
        here = Arrays.copyOf(here, 2 * present);
      }
      at[o] = present;
      here[present++] = o;
    }
  }

  private void removeComing(int i) {
    int last = coming[--expected];
    if (i == expected) {
      return;
    }
    if (i > 0 && ready[coming[(i - 1) >> 1]] > ready[last]) {
      rise(i, last);
    } else {
      sink(i, last);
    }
  }

  private void rise(int from, int o) {
    int i = from;
    while (i > 0 && ready[coming[(i - 1) >> 1]] > ready[o]) {
      put(i, coming[(i - 1) >> 1]);
      i = (i - 1) >> 1;
    }
    put(i, o);
  }

  private void sink(int from, int o) {
    int i = from;
    int child = 2 * i + 1;
    while (child < expected) {
      if (child + 1 < expected && ready[coming[child + 1]] < ready[coming[child]]) {
        child++;
      }
      if (ready[coming[child]] >= ready[o]) {
        break;
      }
      put(i, coming[child]);
      i = child;
      child = 2 * i + 1;
    }
    put(i, o);
  }

  private void put(int i, int o) {
    coming[i] = o;
    at[o] = ~i;
  }
}
