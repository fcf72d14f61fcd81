package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;

/**
 * A weighted sum of scaled features.
 *
 * @param intercept forecast when every feature is at its mean
 * @param weights one for each feature
 */
@SuppressWarnings("ArrayRecordComponent") // one for each feature
public record LinearModel(double intercept, double[] weights, Scale scale) implements Fitted {
  @Override
  public double[] predict(Matrix x) {
    double[] forecast = new double[x.rows()];
    for (int row = 0; row < forecast.length; row++) {
      forecast[row] = intercept;
      for (int column = 0; column < weights.length; column++) {
        forecast[row] += weights[column] * scale.scaled(x, row, column);
      }
    }
    return forecast;
  }

  @Override
  public double[][] contributions(Matrix x) {
    double[][] parts = new double[x.rows()][weights.length + 1];
    for (int row = 0; row < parts.length; row++) {
      for (int column = 0; column < weights.length; column++) {
        parts[row][column] = weights[column] * scale.scaled(x, row, column);
      }
      parts[row][weights.length] = intercept;
    }
    return parts;
  }
}
