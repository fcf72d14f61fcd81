package io.kunan.engine.vision.synthetic.internal;

import java.util.SplittableRandom;

/** Draws in the forms that sizes and noise have. */
final class Randoms {
  private Randoms() {}

  /** Standard normal (Box and Muller, 1958). */
  static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** Log-normal about a median. */
  static double logNormal(SplittableRandom random, double median, double deviation) {
    return median * Math.exp(deviation * normal(random));
  }

  static double between(SplittableRandom random, double low, double high) {
    return low + (high - low) * random.nextDouble();
  }
}
