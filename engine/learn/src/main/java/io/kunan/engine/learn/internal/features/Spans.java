package io.kunan.engine.learn.internal.features;

import java.util.Arrays;

/** What a run of rows says, missing cells left out; NaN where nothing is left. */
final class Spans {
  private Spans() {}

  static double mean(Frame frame, int signal, int last, int rows) {
    double sum = 0;
    int count = 0;
    for (int row = Math.max(0, last - rows + 1); row <= last; row++) {
      double value = frame.value(signal, row);
      if (!Double.isNaN(value)) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  static double deviation(Frame frame, int signal, int last, int rows) {
    double mean = mean(frame, signal, last, rows);
    double sum = 0;
    int count = 0;
    for (int row = Math.max(0, last - rows + 1); row <= last; row++) {
      double value = frame.value(signal, row);
      if (!Double.isNaN(value)) {
        sum += (value - mean) * (value - mean);
        count++;
      }
    }
    return count == 0 ? Double.NaN : Math.sqrt(sum / count);
  }

  /** The largest value, or with {@code sign} −1 the smallest. */
  static double extreme(Frame frame, int signal, int last, int rows, int sign) {
    double extreme = Double.NEGATIVE_INFINITY;
    for (int row = Math.max(0, last - rows + 1); row <= last; row++) {
      double value = sign * frame.value(signal, row);
      if (value > extreme) {
        extreme = value;
      }
    }
    return extreme == Double.NEGATIVE_INFINITY ? Double.NaN : sign * extreme;
  }

  static double share(Frame frame, int signal, int last, int rows, double level) {
    int above = 0;
    int count = 0;
    for (int row = Math.max(0, last - rows + 1); row <= last; row++) {
      double value = frame.value(signal, row);
      if (!Double.isNaN(value)) {
        above += value > level ? 1 : 0;
        count++;
      }
    }
    return count == 0 ? Double.NaN : (double) above / count;
  }

  /**
   * For how many rows the signal has been above the level (positive) or not above it (negative),
   * counted to {@code limit}.
   */
  static int run(Frame frame, int signal, int last, double level, int limit) {
    boolean above = frame.value(signal, last) > level;
    int rows = 0;
    for (int row = last; row >= 0 && rows < limit; row--) {
      double value = frame.value(signal, row);
      if (!Double.isNaN(value) && value > level != above) {
        break;
      }
      rows++;
    }
    return above ? rows : -rows;
  }

  static double median(double[] values) {
    double[] present =
        Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
    int middle = present.length / 2;
    if (present.length == 0) {
      return Double.NaN;
    }
    return present.length % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).average().orElse(Double.NaN);
  }
}
