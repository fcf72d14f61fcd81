package io.kunan.engine.learn.detect.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Brings every variable to mean 0 and standard deviation 1 of the training rows.
 *
 * @param mean of each variable
 * @param deviation of each variable; 1 where the training rows do not vary
 */
@SuppressWarnings("ArrayRecordComponent") // private to the statistics, never changed after the fit
record Scaling(double[] mean, double[] deviation) {
  /** Below this share of the mean's size a deviation is rounding, not variation. */
  private static final double ROUNDING = 1e-12;

  static Scaling of(Runs runs) {
    double[][] rows = runs.all();
    int variables = runs.variables();
    double[] mean = new double[variables];
    double[] deviation = new double[variables];
    for (int v = 0; v < variables; v++) {
      for (double[] row : rows) {
        mean[v] += row[v] / rows.length;
      }
      double squares = 0;
      for (double[] row : rows) {
        squares += (row[v] - mean[v]) * (row[v] - mean[v]);
      }
      double found = Math.sqrt(squares / rows.length);
      deviation[v] = found > ROUNDING * Math.abs(mean[v]) ? found : 1;
    }
    return new Scaling(mean, deviation);
  }

  double[] apply(double[] row) {
    double[] scaled = new double[row.length];
    for (int v = 0; v < row.length; v++) {
      scaled[v] = (row[v] - mean[v]) / deviation[v];
    }
    return scaled;
  }

  Runs apply(Runs runs) {
    return new Runs(
        runs.runs().stream()
            .map(
                run -> {
                  double[][] scaled = new double[run.length][];
                  for (int i = 0; i < run.length; i++) {
                    scaled[i] = apply(run[i]);
                  }
                  return scaled;
                })
            .toList());
  }

  void write(DataOutput out) throws IOException {
    StatisticCodec.write(out, mean);
    StatisticCodec.write(out, deviation);
  }

  static Scaling read(DataInput in) throws IOException {
    return new Scaling(StatisticCodec.readVector(in), StatisticCodec.readVector(in));
  }
}
