package io.kunan.engine.learn.internal.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.learners.TreeSettings.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnersTest {
  private static final int ROWS = 2_000;
  private static final int WIDTH = 5;

  @Test
  void ridgeFindsTheWeightsOfALinearLaw() {
    Sample sample = linear(new Random(1), 3, 0);
    LinearModel model = new RidgeLearner().fit(sample, 1, 1);

    // law: y = 10 + 3 x0 − 2 x1; features have spread 1
    assertThat(model.weights()[0]).isCloseTo(3, offset(0.1));
    assertThat(model.weights()[1]).isCloseTo(-2, offset(0.1));
    assertThat(model.weights()[2]).isCloseTo(0, offset(0.05));
  }

  @Test
  void recursiveLeastSquaresFollowsAWeightThatSteps() {
    LinearModel model =
        new RecursiveLearner(List.of(0, 1), 100).fit(linear(new Random(1), -4, ROWS / 2), 1, 1);

    assertThat(model.weights()[0]).isCloseTo(-4, offset(0.2));
  }

  @Test
  void contributionsOfEveryLearnerSumToItsForecast() {
    Sample sample = linear(new Random(2), 3, 0);
    List<Learner> learners =
        List.of(
            trees(Loss.SQUARED, false, List.of()),
            trees(Loss.ABSOLUTE, true, List.of()),
            new RidgeLearner(),
            new RecursiveLearner(List.of(0, 2), 500),
            new NaiveLearner("one", List.of(1, 2)));
    for (Learner learner : learners) {
      Fitted fitted = learner.fit(sample, 2, 1);
      double[] forecast = fitted.predict(sample.x());
      double[][] parts = fitted.contributions(sample.x());
      for (int row = 0; row < 100; row++) {
        assertThat(Arrays.stream(parts[row]).sum())
            .as(learner.name())
            .isCloseTo(forecast[row], offset(1e-4));
      }
    }
  }

  @Test
  void treesRiseOnlyWhereTheyMay() {
    Random random = new Random(3);
    float[] cells = new float[ROWS * WIDTH];
    double[] y = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < WIDTH; column++) {
        cells[row * WIDTH + column] = (float) random.nextGaussian();
      }
      y[row] = Math.sin(3 * cells[row * WIDTH]) + cells[row * WIDTH] + random.nextGaussian();
    }
    Fitted fitted =
        trees(Loss.SQUARED, false, List.of(1, 0, 0, 0, 0))
            .fit(new Sample(new Matrix(cells, ROWS, WIDTH), y), 1, 1);
    float[] line = new float[100 * WIDTH];
    for (int i = 0; i < 100; i++) {
      line[i * WIDTH] = -3 + 0.06f * i;
    }

    assertThat(fitted.predict(new Matrix(line, 100, WIDTH))).isSorted();
  }

  @Test
  void quantileTreesLetOneInTenOutOnEachSide() {
    Sample sample = linear(new Random(4), 3, 0);
    TreeEnsemble fitted = trees(Loss.QUANTILES, false, List.of()).fit(sample, 1, 1);
    double[] low = fitted.column(sample.x(), 0, 0);
    double[] high = fitted.column(sample.x(), 0, 1);
    int below = 0;
    int above = 0;
    for (int row = 0; row < ROWS; row++) {
      below += sample.y()[row] < low[row] ? 1 : 0;
      above += sample.y()[row] > high[row] ? 1 : 0;
    }
    assertThat(below / (double) ROWS).isBetween(0.03, 0.14);
    assertThat(above / (double) ROWS).isBetween(0.03, 0.14);
  }

  @Test
  void aNaiveGuessFallsBackToTheNextAndToTheMedian() {
    float none = Float.NaN;
    Matrix x = new Matrix(new float[] {1, 2, none, 3, none, none}, 3, 2);
    Fitted fitted =
        new NaiveLearner("day", List.of(0, 1)).fit(new Sample(x, new double[] {5, 7, 9}), 1, 1);

    assertThat(fitted.predict(x)).containsExactly(1, 3, 7);
  }

  private static TreeLearner trees(Loss loss, boolean change, List<Integer> monotone) {
    return new TreeLearner("trees", new TreeSettings(loss, change, 60, 4, 20, 0.8, 1, monotone));
  }

  /** y = 10 + 3 x0 − 2 x1 + noise; from row {@code step} on the weight of x0 is another. */
  private static Sample linear(Random random, double weight, int step) {
    float[] cells = new float[ROWS * WIDTH];
    double[] y = new double[ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < WIDTH; column++) {
        cells[row * WIDTH + column] = (float) random.nextGaussian();
      }
      double first = row >= step ? weight : 3;
      y[row] =
          10
              + first * cells[row * WIDTH]
              - 2 * cells[row * WIDTH + 1]
              + 0.3 * random.nextGaussian();
    }
    return new Sample(new Matrix(cells, ROWS, WIDTH), y);
  }
}
