package io.kunan.engine.learn.detect.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ojalgo.matrix.store.MatrixStore;

/**
 * Two-sided cumulative sums (Page, Continuous inspection schemes, Biometrika 41, 1954) of each
 * variable's error when all variables of the row before foretell it linearly; the statistic is the
 * largest sum, in deviations of the training error. Finds small steady shifts that single rows
 * hide.
 *
 * @param forecast {@code [variable][variable of the row before]}, scaled units
 * @param error deviation of each variable's error on the training rows
 */
@SuppressWarnings("ArrayRecordComponent") // private to the statistics, never changed after the fit
record CusumStatistic(Scaling scaling, double[][] forecast, double[] error) implements Statistic {
  /** Half the shift, in deviations, that should be found soonest. */
  private static final double ALLOWANCE = 0.5;

  /** Sums stop here, so that a long disturbance is forgotten in about as many rows when over. */
  private static final double CEILING = 50;

  private static final double RIDGE = 1e-2;

  static CusumStatistic fit(Runs runs) {
    Scaling scaling = Scaling.of(runs);
    List<double[]> before = new ArrayList<>();
    List<double[]> after = new ArrayList<>();
    for (double[][] run : scaling.apply(runs).runs()) {
      for (int i = 1; i < run.length; i++) {
        before.add(run[i - 1]);
        after.add(run[i]);
      }
    }
    Sample past = Sample.of(before.toArray(double[][]::new));
    Sample next = Sample.of(after.toArray(double[][]::new));
    Spectrum spectrum = Spectrum.of(past.covariance(RIDGE));
    MatrixStore<Double> inverse = spectrum.with(i -> 1 / spectrum.values()[i]);
    MatrixStore<Double> coefficients = next.covariance(past).multiply(inverse);
    int size = runs.variables();
    double[][] forecast = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        forecast[i][j] = coefficients.doubleValue(i, j);
      }
    }
    double[] error = new double[size];
    for (int r = 0; r < before.size(); r++) {
      for (int v = 0; v < size; v++) {
        double miss = after.get(r)[v] - dot(forecast[v], before.get(r));
        error[v] += miss * miss / before.size();
      }
    }
    for (int v = 0; v < size; v++) {
      error[v] = Math.max(Math.sqrt(error[v]), 1e-6);
    }
    return new CusumStatistic(scaling, forecast, error);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  @Override
  public Scorer scorer() {
    return new Sums();
  }

  private final class Sums implements Scorer {
    private final double[] high = new double[error.length];
    private final double[] low = new double[error.length];
    private double[] before = new double[0];

    @Override
    public double next(double[] row, double[] parts) {
      double[] scaled = scaling.apply(row);
      double statistic = 0;
      for (int v = 0; v < error.length; v++) {
        double foretold = before.length == 0 ? scaled[v] : dot(forecast[v], before);
        double miss = (scaled[v] - foretold) / error[v];
        high[v] = Math.clamp(high[v] + miss - ALLOWANCE, 0, CEILING);
        low[v] = Math.clamp(low[v] - miss - ALLOWANCE, 0, CEILING);
        statistic = Math.max(statistic, Math.max(high[v], low[v]));
      }
      before = scaled;
      for (int v = 0; v < parts.length; v++) {
        parts[v] = Math.max(high[v], low[v]);
      }
      Parts.scaleTo(statistic, parts);
      return statistic;
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(StatisticCodec.CUSUM);
    scaling.write(out);
    StatisticCodec.write(out, forecast);
    StatisticCodec.write(out, error);
  }

  static CusumStatistic read(DataInput in) throws IOException {
    return new CusumStatistic(
        Scaling.read(in), StatisticCodec.readMatrix(in), StatisticCodec.readVector(in));
  }
}
