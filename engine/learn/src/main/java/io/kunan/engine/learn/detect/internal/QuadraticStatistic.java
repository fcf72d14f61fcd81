package io.kunan.engine.learn.detect.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.ojalgo.matrix.store.MatrixStore;

/**
 * {@code |R (view − mean)|²} with a symmetric {@code R}: T², SPE, Mahalanobis distance and
 * canonical variates differ only in how {@code R} is found. A variable's part is the sum of the
 * squares in its places: the complete decomposition contribution of Alcala and Qin,
 * Reconstruction-based contribution for process monitoring, Automatica 45 (2009), which is never
 * negative and adds up to the statistic.
 */
@SuppressWarnings("ArrayRecordComponent") // private to the statistics, never changed after the fit
record QuadraticStatistic(Scaling scaling, Window window, double[] mean, double[][] root)
    implements Statistic {
  static QuadraticStatistic of(
      Scaling scaling, Window window, double[] mean, MatrixStore<Double> root) {
    double[][] rows = new double[mean.length][mean.length];
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j < mean.length; j++) {
        rows[i][j] = root.doubleValue(i, j);
      }
    }
    return new QuadraticStatistic(scaling, window, mean, rows);
  }

  @Override
  public Scorer scorer() {
    Window.Memory memory = window.new Memory();
    return (row, parts) -> score(memory.next(scaling.apply(row)), parts);
  }

  private double score(double[] view, double[] parts) {
    Arrays.fill(parts, 0);
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double place = 0;
      for (int j = 0; j < mean.length; j++) {
        place += root[i][j] * (view[j] - mean[j]);
      }
      if (parts.length > 0) {
        parts[i % parts.length] += place * place;
      }
      sum += place * place;
    }
    return sum;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(StatisticCodec.QUADRATIC);
    scaling.write(out);
    StatisticCodec.write(out, window);
    StatisticCodec.write(out, mean);
    StatisticCodec.write(out, root);
  }

  static QuadraticStatistic read(DataInput in) throws IOException {
    return new QuadraticStatistic(
        Scaling.read(in),
        StatisticCodec.readWindow(in),
        StatisticCodec.readVector(in),
        StatisticCodec.readMatrix(in));
  }
}
