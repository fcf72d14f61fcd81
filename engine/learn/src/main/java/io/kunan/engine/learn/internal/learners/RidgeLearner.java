package io.kunan.engine.learn.internal.learners;

import java.util.Arrays;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

/** Linear regression with a penalty on large weights (Hoerl and Kennard 1970). */
public record RidgeLearner() implements Learner {
  /** Penalty for each row learned from, on scaled features. */
  private static final double PENALTY = 0.01;

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public LinearModel fit(Sample sample, int bags, long seed) {
    Scale scale = Scale.of(sample.x());
    int width = sample.x().columns();
    double intercept = Arrays.stream(sample.y()).average().orElse(0);
    double[][] products = new double[width][width];
    double[] targets = new double[width];
    for (int row = 0; row < sample.rows(); row++) {
      accumulate(scale.row(sample.x(), row), sample.y()[row] - intercept, products, targets);
    }
    for (int i = 0; i < width; i++) {
      products[i][i] += PENALTY * sample.rows();
      for (int j = 0; j < i; j++) {
        products[j][i] = products[i][j];
      }
    }
    return new LinearModel(intercept, solve(products, targets), scale);
  }

  private static void accumulate(
      double[] features, double target, double[][] products, double[] targets) {
    for (int i = 0; i < features.length; i++) {
      double feature = features[i];
      if (feature != 0) {
        targets[i] += feature * target;
        for (int j = 0; j <= i; j++) {
          products[i][j] += feature * features[j];
        }
      }
    }
  }

  private static double[] solve(double[][] products, double[] targets) {
    R064Store left = R064Store.FACTORY.copy(org.ojalgo.structure.Access2D.wrap(products));
    Cholesky<Double> cholesky = Cholesky.R064.make(left);
    if (!cholesky.decompose(left) || !cholesky.isSPD()) {
      throw new IllegalStateException("the penalised products are not positive definite");
    }
    MatrixStore<Double> weights = cholesky.getSolution(R064Store.FACTORY.column(targets));
    return weights.toRawCopy1D();
  }
}
