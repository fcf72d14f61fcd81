package io.kunan.benchmark.history;

import java.util.Arrays;

/** Times of many runs of one thing, milliseconds. */
final class Clocked {
  private final double[] millis;

  private Clocked(double[] millis) {
    this.millis = millis;
    Arrays.sort(this.millis);
  }

  /** Runs a thing some times to warm up and then to measure. */
  static Clocked runs(int warmUp, int runs, Runnable thing) {
    for (int i = 0; i < warmUp; i++) {
      thing.run();
    }
    double[] millis = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      thing.run();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Clocked(millis);
  }

  static Clocked of(double[] millis) {
    return new Clocked(millis);
  }

  double median() {
    return at(0.5);
  }

  double at(double share) {
    int index = (int) Math.min(millis.length - 1.0, Math.floor(share * millis.length));
    return Math.round(millis[index] * 100) / 100.0;
  }

  static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
