package io.kunan.engine.learn.detect.internal;

import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Observations less their mean.
 *
 * @param mean of each dimension
 * @param centred one row for each observation
 */
@SuppressWarnings("ArrayRecordComponent") // lives only within one fit
record Sample(double[] mean, MatrixStore<Double> centred) {
  static Sample of(double[][] rows) {
    int size = rows[0].length;
    double[] mean = new double[size];
    for (double[] row : rows) {
      for (int j = 0; j < size; j++) {
        mean[j] += row[j] / rows.length;
      }
    }
    R064Store centred = R064Store.FACTORY.make(rows.length, size);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < size; j++) {
        centred.set(i, j, rows[i][j] - mean[j]);
      }
    }
    return new Sample(mean, centred);
  }

  /** Covariance with another sample of as many observations. */
  MatrixStore<Double> covariance(Sample other) {
    return centred.transpose().multiply(other.centred).multiply(1.0 / centred.getRowDim());
  }

  /** Covariance with {@code ridge} added to its diagonal. */
  MatrixStore<Double> covariance(double ridge) {
    R064Store covariance = R064Store.FACTORY.copy(covariance(this));
    for (int i = 0; i < mean.length; i++) {
      covariance.add(i, i, ridge);
    }
    return covariance;
  }

  /**
   * How far the covariance should be drawn to a multiple of the identity: Ledoit and Wolf, A
   * well-conditioned estimator for large-dimensional covariance matrices, J. Multivariate Analysis
   * 88 (2004).
   */
  double shrinkage() {
    MatrixStore<Double> covariance = covariance(this);
    int size = mean.length;
    int rows = centred.getRowDim();
    double trace = 0;
    double square = 0;
    for (int i = 0; i < size; i++) {
      trace += covariance.doubleValue(i, i);
      for (int j = 0; j < size; j++) {
        square += covariance.doubleValue(i, j) * covariance.doubleValue(i, j);
      }
    }
    double fourth = 0;
    for (int r = 0; r < rows; r++) {
      double length = 0;
      for (int j = 0; j < size; j++) {
        length += centred.doubleValue(r, j) * centred.doubleValue(r, j);
      }
      fourth += length * length;
    }
    double fromIdentity = square - trace * trace / size;
    double error = (fourth / rows - square) / rows;
    return fromIdentity <= 0 ? 1 : Math.clamp(error / fromIdentity, 0, 1);
  }
}
