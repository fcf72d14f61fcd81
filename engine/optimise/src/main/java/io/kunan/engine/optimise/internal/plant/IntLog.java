package io.kunan.engine.optimise.internal.plant;

import java.util.Arrays;

/** A growing list of four numbers each, reused without allocation. */
final class IntLog {
  private static final int WIDTH = 4;

  private int[] values = new int[64 * WIDTH];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Forgets the newest entries. */
  void cut(int newSize) {
    size = newSize;
  }

  void add(int a, int b, int c, int d) {
    int at = size++ * WIDTH;
    if (at == values.length) {
      values = Arrays.copyOf(values, 2 * values.length);
    }
    values[at] = a;
    values[at + 1] = b;
    values[at + 2] = c;
    values[at + 3] = d;
  }

  int get(int entry, int field) {
    return values[entry * WIDTH + field];
  }
}
