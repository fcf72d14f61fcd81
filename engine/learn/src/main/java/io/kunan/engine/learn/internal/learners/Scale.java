package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;

/**
 * Brings features to mean 0 and spread 1. A missing one counts as its mean, and beyond {@value
 * #LIMIT} spreads a value counts as that far, so that one wild reading cannot throw a forecast.
 *
 * @param mean of each feature over the rows learned from
 * @param spread standard deviation, 0 for a feature that never changes
 */
@SuppressWarnings("ArrayRecordComponent") // one for each feature
public record Scale(double[] mean, double[] spread) {
  private static final double LIMIT = 5;

  /** The scale of some rows. */
  public static Scale of(Matrix x) {
    double[] mean = new double[x.columns()];
    double[] spread = new double[x.columns()];
    for (int column = 0; column < x.columns(); column++) {
      double sum = 0;
      double squares = 0;
      int count = 0;
      for (int row = 0; row < x.rows(); row++) {
        float value = x.at(row, column);
        if (!Float.isNaN(value)) {
          sum += value;
          count++;
        }
      }
      mean[column] = count == 0 ? 0 : sum / count;
      for (int row = 0; row < x.rows(); row++) {
        float value = x.at(row, column);
        squares += Float.isNaN(value) ? 0 : Math.pow(value - mean[column], 2);
      }
      double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
      spread[column] = deviation < 1e-9 * (1 + Math.abs(mean[column])) ? 0 : deviation;
    }
    return new Scale(mean, spread);
  }

  /** A feature of a row, scaled. */
  public double scaled(Matrix x, int row, int column) {
    float value = x.at(row, column);
    if (Float.isNaN(value) || spread[column] == 0) {
      return 0;
    }
    return Math.clamp((value - mean[column]) / spread[column], -LIMIT, LIMIT);
  }

  /** All features of a row, scaled. */
  public double[] row(Matrix x, int row) {
    double[] scaled = new double[x.columns()];
    for (int column = 0; column < scaled.length; column++) {
      scaled[column] = scaled(x, row, column);
    }
    return scaled;
  }
}
