package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;

/** Boosted trees, learned several times over and averaged. */
public final class TreeEnsemble implements Fitted {
  private final boolean change;
  private final double usual;
  private final List<Booster> boosters;

  /**
   * @param usual mean of the last values learned from, where the trees tell the change from them
   */
  TreeEnsemble(boolean change, double usual, List<Booster> boosters) {
    this.change = change;
    this.usual = usual;
    this.boosters = List.copyOf(boosters);
  }

  /** The ensemble saved by {@link #bytes}. */
  public static TreeEnsemble load(boolean change, double usual, List<byte[]> saved) {
    return new TreeEnsemble(change, usual, saved.stream().map(Boosters::load).toList());
  }

  /** The boosters in XGBoost's own portable format (UBJSON). */
  public synchronized List<byte[]> bytes() {
    return boosters.stream().map(Boosters::bytes).toList();
  }

  /** Whether the trees tell the change from the last value. */
  public boolean isChange() {
    return change;
  }

  /** The last value against which a row's own is said to add. */
  public double usual() {
    return usual;
  }

  @Override
  public double[] predict(Matrix x) {
    return predict(x, 0);
  }

  synchronized double[] predict(Matrix x, int rounds) {
    double[] sum = column(x, rounds, 0);
    for (int row = 0; change && row < sum.length; row++) {
      sum[row] += last(x, row);
    }
    return sum;
  }

  /** One output of trees with several, such as quantiles. */
  public synchronized double[] column(Matrix x, int rounds, int output) {
    double[] mean = new double[x.rows()];
    for (Booster booster : boosters) {
      float[][] part = Boosters.predict(booster, x, rounds);
      for (int row = 0; row < mean.length; row++) {
        mean[row] += part[row][output] / (double) boosters.size();
      }
    }
    return mean;
  }

  @Override
  public synchronized double[][] contributions(Matrix x) {
    double[][] mean = new double[x.rows()][x.columns() + 1];
    for (Booster booster : boosters) {
      float[][] part = Boosters.contributions(booster, x);
      for (int row = 0; row < mean.length; row++) {
        for (int column = 0; column <= x.columns(); column++) {
          mean[row][column] += part[row][column] / (double) boosters.size();
        }
      }
    }
    for (int row = 0; change && row < mean.length; row++) {
      mean[row][Sample.LAST] += last(x, row) - usual;
      mean[row][x.columns()] += usual;
    }
    return mean;
  }

  private static double last(Matrix x, int row) {
    float last = x.at(row, Sample.LAST);
    return Float.isNaN(last) ? 0 : last;
  }
}
