package io.kunan.engine.history.internal.duck;

import java.util.Arrays;

/**
 * Points of one tag in time order, one for each time, as a view of arrays that do not change below
 * {@code to}.
 *
 * @param times microseconds
 * @param from first index inside
 * @param to first index after
 */
@SuppressWarnings("ArrayRecordComponent") // a view of columns, not a value
record Run(long[] times, double[] values, short[] qualities, int from, int to) {
  static final Run EMPTY = new Run(new long[0], new double[0], new short[0], 0, 0);

  boolean isEmpty() {
    return from >= to;
  }

  int size() {
    return to - from;
  }

  long firstTime() {
    return times[from];
  }

  long lastTime() {
    return times[to - 1];
  }

  /** The part inside a span of time, start included, end excluded. */
  Run between(long start, long end) {
    int low = lowerBound(start);
    int high = Math.max(low, lowerBound(end));
    return low == from && high == to ? this : new Run(times, values, qualities, low, high);
  }

  /** First index whose time is not before a time. */
  int lowerBound(long time) {
    int at = Arrays.binarySearch(times, from, to, time);
    return at >= 0 ? at : -at - 1;
  }
}
