package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;
import java.util.Arrays;
import java.util.List;

/**
 * Recursive least squares with forgetting (Ljung, System Identification, 1999, §11.2): goes through
 * the rows in time order and lets older ones fade, so that its weights are those of today.
 *
 * @param columns the few features it looks at
 * @param halfLife rows after which a row counts half
 */
public record RecursiveLearner(List<Integer> columns, double halfLife) implements Learner {
  private static final double DOUBT = 100;

  public RecursiveLearner {
    columns = List.copyOf(columns);
  }

  @Override
  public String name() {
    return "recursive least squares";
  }

  @Override
  public LinearModel fit(Sample sample, int bags, long seed) {
    Scale scale = Scale.of(sample.x());
    double mean = Arrays.stream(sample.y()).average().orElse(0);
    int width = columns.size() + 1;
    double[] weights = new double[width];
    double[][] doubt = new double[width][width];
    for (int i = 0; i < width; i++) {
      doubt[i][i] = DOUBT;
    }
    double forgetting = Math.pow(0.5, 1 / halfLife);
    for (int row = 0; row < sample.rows(); row++) {
      update(inputs(scale, sample.x(), row), sample.y()[row] - mean, weights, doubt, forgetting);
    }
    double[] all = new double[sample.x().columns()];
    for (int i = 0; i < columns.size(); i++) {
      all[columns.get(i)] = weights[i];
    }
    return new LinearModel(mean + weights[width - 1], all, scale);
  }

  private double[] inputs(Scale scale, Matrix x, int row) {
    double[] inputs = new double[columns.size() + 1];
    for (int i = 0; i < columns.size(); i++) {
      inputs[i] = scale.scaled(x, row, columns.get(i));
    }
    inputs[columns.size()] = 1;
    return inputs;
  }

  private static void update(
      double[] inputs, double target, double[] weights, double[][] doubt, double forgetting) {
    int width = inputs.length;
    double[] projected = new double[width];
    double forecast = 0;
    double power = forgetting;
    double trace = 0;
    for (int i = 0; i < width; i++) {
      for (int j = 0; j < width; j++) {
        projected[i] += doubt[i][j] * inputs[j];
      }
      forecast += weights[i] * inputs[i];
      power += projected[i] * inputs[i];
      trace += doubt[i][i];
    }
    // Without excitation doubt would grow without end: forget only while it is small.
    double fade = trace > width * DOUBT ? 1 : forgetting;
    for (int i = 0; i < width; i++) {
      weights[i] += projected[i] / power * (target - forecast);
      for (int j = 0; j < width; j++) {
        doubt[i][j] = (doubt[i][j] - projected[i] * projected[j] / power) / fade;
      }
    }
  }
}
