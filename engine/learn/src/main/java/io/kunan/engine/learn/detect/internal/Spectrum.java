package io.kunan.engine.learn.detect.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ojalgo.matrix.decomposition.Eigenvalue;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/**
 * Eigenvalues, largest first, and eigenvectors of a symmetric matrix without negative eigenvalues,
 * such as a covariance.
 *
 * @param values not negative
 * @param vectors one column for each value
 */
@SuppressWarnings("ArrayRecordComponent") // lives only within one fit
record Spectrum(double[] values, MatrixStore<Double> vectors) {
  static Spectrum of(MatrixStore<Double> matrix) {
    int size = matrix.getRowDim();
    Eigenvalue<Double> eigen = Eigenvalue.R064.make(size, true);
    if (!eigen.decompose(symmetric(matrix))) {
      throw new ArithmeticException("no eigenvalues of a %1$d × %1$d matrix".formatted(size));
    }
    MatrixStore<Double> diagonal = eigen.getD();
    int[] order =
        IntStream.range(0, size)
            .boxed()
            .sorted(
                (a, b) -> Double.compare(diagonal.doubleValue(b, b), diagonal.doubleValue(a, a)))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = Math.max(0, diagonal.doubleValue(order[i], order[i]));
    }
    return new Spectrum(values, eigen.getV().columns(order).copy());
  }

  /** The symmetric matrix with the same eigenvectors and other eigenvalues. */
  MatrixStore<Double> with(IntToDoubleFunction newValue) {
    R064Store scaled = R064Store.FACTORY.copy(vectors);
    for (int column = 0; column < values.length; column++) {
      double factor = newValue.applyAsDouble(column);
      for (int row = 0; row < values.length; row++) {
        scaled.set(row, column, vectors.doubleValue(row, column) * factor);
      }
    }
    return scaled.multiply(vectors.transpose());
  }

  /** The fewest leading eigenvalues that hold this share of the sum. */
  int countFor(double share) {
    double sum = Arrays.stream(values).sum();
    double held = 0;
    int count = 0;
    while (count < values.length && held < share * sum) {
      held += values[count++];
    }
    return Math.max(1, count);
  }

  double mean() {
    return Arrays.stream(values).average().orElse(0);
  }

  /** Rounding in products leaves matrices a few ulps off symmetry, which ojAlgo would then test. */
  private static R064Store symmetric(MatrixStore<Double> matrix) {
    int size = matrix.getRowDim();
    R064Store result = R064Store.FACTORY.make(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        result.set(i, j, 0.5 * (matrix.doubleValue(i, j) + matrix.doubleValue(j, i)));
      }
    }
    return result;
  }
}
