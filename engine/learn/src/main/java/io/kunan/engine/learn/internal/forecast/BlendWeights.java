package io.kunan.engine.learn.internal.forecast;

/**
 * Weights of a blend: not negative, summing to 1, with the smallest mean absolute error. Found by
 * moving ever smaller shares from one member to another as long as that helps.
 */
final class BlendWeights {
  private static final double SMALLEST = 0.04;

  private BlendWeights() {}

  /**
   * @param forecasts of each member, row by row
   * @param actual what came
   */
  static double[] find(double[][] forecasts, double[] actual) {
    double[] weights = new double[forecasts.length];
    weights[best(forecasts, actual)] = 1;
    double[] blended = blend(forecasts, weights);
    for (double share = 0.32; share >= 0.01; share /= 2) {
      while (move(forecasts, actual, weights, blended, share)) {
        // each move lowers the error, so this ends
      }
    }
    return tidy(weights);
  }

  static double[] blend(double[][] forecasts, double[] weights) {
    double[] blended = new double[forecasts[0].length];
    for (int member = 0; member < weights.length; member++) {
      for (int row = 0; weights[member] > 0 && row < blended.length; row++) {
        blended[row] += weights[member] * forecasts[member][row];
      }
    }
    return blended;
  }

  private static boolean move(
      double[][] forecasts, double[] actual, double[] weights, double[] blended, double share) {
    double best = error(blended, actual, blended, blended, 0) * (1 - 1e-5);
    int from = -1;
    int to = -1;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        if (i != j && weights[i] >= share - 1e-12) {
          double error = error(blended, actual, forecasts[i], forecasts[j], share);
          if (error < best) {
            best = error;
            from = i;
            to = j;
          }
        }
      }
    }
    if (from < 0) {
      return false;
    }
    weights[from] -= share;
    weights[to] += share;
    System.arraycopy(blend(forecasts, weights), 0, blended, 0, blended.length);
    return true;
  }

  private static double error(
      double[] blended, double[] actual, double[] less, double[] more, double share) {
    double sum = 0;
    for (int row = 0; row < actual.length; row++) {
      sum += Math.abs(blended[row] + share * (more[row] - less[row]) - actual[row]);
    }
    return sum;
  }

  private static int best(double[][] forecasts, double[] actual) {
    int best = 0;
    for (int member = 1; member < forecasts.length; member++) {
      if (Scores.mae(forecasts[member], actual) < Scores.mae(forecasts[best], actual)) {
        best = member;
      }
    }
    return best;
  }

  /** Members that hardly count cost time and explain nothing. */
  private static double[] tidy(double[] weights) {
    double kept = 0;
    for (double weight : weights) {
      kept += weight >= SMALLEST ? weight : 0;
    }
    double[] tidy = new double[weights.length];
    for (int member = 0; member < weights.length; member++) {
      tidy[member] = weights[member] >= SMALLEST ? weights[member] / kept : 0;
    }
    return tidy;
  }
}
