package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.learners.TreeEnsemble;

/**
 * How uncertain each situation is compared with others: trees for the 10 and 90 % quantile.
 *
 * @param quantiles trees with two outputs
 * @param floor smallest reach of a band to one side, in the target's unit
 */
public record BandShape(TreeEnsemble quantiles, double floor) {
  /** Reaches up and down for each row, around the given middle forecasts. */
  @SuppressWarnings("ArrayRecordComponent") // as many as rows
  public record Reach(double[] low, double[] high) {}

  public Reach reach(Matrix x, double[] mid) {
    return reach(quantiles.column(x, 0, 0), quantiles.column(x, 0, 1), mid, floor);
  }

  static Reach reach(double[] tenth, double[] ninetieth, double[] mid, double floor) {
    double[] low = new double[mid.length];
    double[] high = new double[mid.length];
    for (int row = 0; row < mid.length; row++) {
      double least = Math.max(floor, 0.25 * (ninetieth[row] - tenth[row]));
      low[row] = Math.max(least, mid[row] - tenth[row]);
      high[row] = Math.max(least, ninetieth[row] - mid[row]);
    }
    return new Reach(low, high);
  }

  /** The smallest reach for a target: half a per cent of its spread. */
  static double floor(double[] targets) {
    double mean = 0;
    for (double target : targets) {
      mean += target / targets.length;
    }
    double squares = 0;
    for (double target : targets) {
      squares += (target - mean) * (target - mean) / targets.length;
    }
    return Math.max(1e-9, 0.005 * Math.sqrt(squares));
  }
}
