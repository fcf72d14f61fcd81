package io.kunan.engine.learn.internal.forecast;

/** How good forecasts were. */
final class Scores {
  private Scores() {}

  /** Mean absolute error. */
  static double mae(double[] forecast, double[] actual) {
    double sum = 0;
    for (int row = 0; row < actual.length; row++) {
      sum += Math.abs(forecast[row] - actual[row]);
    }
    return sum / actual.length;
  }

  /** Root of the mean squared error. */
  static double rmse(double[] forecast, double[] actual) {
    double sum = 0;
    for (int row = 0; row < actual.length; row++) {
      sum += (forecast[row] - actual[row]) * (forecast[row] - actual[row]);
    }
    return Math.sqrt(sum / actual.length);
  }

  /** Share of the variance explained; NaN when the actual values never change. */
  static double r2(double[] forecast, double[] actual) {
    double mean = 0;
    for (double value : actual) {
      mean += value / actual.length;
    }
    double variance = 0;
    for (double value : actual) {
      variance += (value - mean) * (value - mean);
    }
    double rmse = rmse(forecast, actual);
    return variance == 0 ? Double.NaN : 1 - rmse * rmse * actual.length / variance;
  }
}
