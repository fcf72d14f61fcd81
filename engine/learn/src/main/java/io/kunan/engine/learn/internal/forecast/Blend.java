package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.learners.Fitted;
import java.util.List;

/** Fitted learners that count, each with its weight. */
public record Blend(List<Part> parts) {
  /** One fitted learner. */
  public record Part(String name, double weight, Fitted fitted) {}

  public Blend {
    parts = List.copyOf(parts);
  }

  public double[] predict(Matrix x) {
    double[] forecast = new double[x.rows()];
    for (Part part : parts) {
      double[] own = part.fitted().predict(x);
      for (int row = 0; row < forecast.length; row++) {
        forecast[row] += part.weight() * own[row];
      }
    }
    return forecast;
  }

  /** Exact Shapley values: those of a weighted sum are the weighted sum of its parts'. */
  public double[][] contributions(Matrix x) {
    double[][] sum = new double[x.rows()][x.columns() + 1];
    for (Part part : parts) {
      double[][] own = part.fitted().contributions(x);
      for (int row = 0; row < sum.length; row++) {
        for (int column = 0; column < sum[row].length; column++) {
          sum[row][column] += part.weight() * own[row][column];
        }
      }
    }
    return sum;
  }
}
