package io.kunan.scenario.potline.core.watch;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Doubts a sample far from the median of those before; when the next is back there, the doubted one
 * was wrong. When the next is as far off, the pot has moved and both are believed.
 */
final class SampleWatch {
  private static final int KEPT = 3;

  private final double far;
  private final Deque<Double> believed = new ArrayDeque<>();
  private double doubted = Double.NaN;

  SampleWatch(double far) {
    this.far = far;
  }

  /** Takes a sample; true when the one before it is found to have been wrong. */
  boolean isLastWrong(double value) {
    boolean wrong = false;
    if (!Double.isNaN(doubted)) {
      wrong = Math.abs(value - doubted) > Math.abs(value - median());
      if (!wrong) {
        believed.clear();
        believe(doubted);
      }
      doubted = Double.NaN;
      believe(value);
    } else if (believed.size() == KEPT && Math.abs(value - median()) > far) {
      doubted = value;
    } else {
      believe(value);
    }
    return wrong;
  }

  private void believe(double value) {
    believed.add(value);
    if (believed.size() > KEPT) {
      believed.removeFirst();
    }
  }

  private double median() {
    double[] sorted = believed.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted).skip((sorted.length - 1) / 2).findFirst().orElse(Double.NaN);
  }
}
