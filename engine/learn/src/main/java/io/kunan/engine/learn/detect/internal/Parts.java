package io.kunan.engine.learn.detect.internal;

import java.util.Arrays;

/** What the variables add to a statistic. */
final class Parts {
  private Parts() {}

  /** Makes the parts add up to the statistic; none of them is left without a share by rounding. */
  static void scaleTo(double statistic, double[] parts) {
    double sum = Arrays.stream(parts).sum();
    for (int v = 0; v < parts.length; v++) {
      parts[v] = sum > 0 ? parts[v] * statistic / sum : statistic / parts.length;
    }
  }
}
