package io.kunan.engine.learn.detect;

/**
 * Student's t distribution for whole degrees of freedom, exact (Abramowitz and Stegun, Handbook of
 * Mathematical Functions, 26.7.3 and 26.7.4). ojAlgo's own is a rough fit above five degrees and
 * does not return for some probabilities.
 *
 * @param degrees of freedom, 2 or more
 */
record StudentT(int degrees) {
  StudentT {
    if (degrees < 2) {
      throw new IllegalArgumentException(degrees + " degrees of freedom");
    }
  }

  /** The value that a share of 0.5 to below 1 of all draws stay under. */
  double quantile(double share) {
    double low = 0;
    double high = Math.PI / 2;
    for (int i = 0; i < 60; i++) { // halves the angle's bracket down to rounding
      double middle = (low + high) / 2;
      if (0.5 + 0.5 * withinAngle(middle) < share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.sqrt(degrees) * Math.tan(low);
  }

  /** Probability that |t| / √degrees stays under the tangent of an angle. */
  private double withinAngle(double angle) {
    double square = Math.cos(angle) * Math.cos(angle);
    boolean odd = degrees % 2 == 1;
    double term = odd ? Math.cos(angle) : 1;
    double sum = 0;
    for (int k = odd ? 1 : 0; k <= degrees - 2; k += 2) {
      sum += term;
      term *= square * (k + 1) / (k + 2);
    }
    return odd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
  }
}
