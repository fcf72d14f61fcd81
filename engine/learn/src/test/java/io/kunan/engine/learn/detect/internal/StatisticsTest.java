package io.kunan.engine.learn.detect.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.StreamCorruptedException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;

class StatisticsTest {
  /** Uncorrelated, unit variance: T² of all components is then about the squared length. */
  private static double[][] noise(int rowCount, int variables, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[rowCount][];
    Arrays.setAll(rows, i -> random.doubles(variables, -1.732, 1.732).toArray());
    return rows;
  }

  private static Runs run(double[][] rows) {
    return new Runs(List.<double[][]>of(rows));
  }

  static Stream<Statistic.Fit> fits() {
    return Stream.of(
        Statistics.hotelling(1),
        Statistics.hotelling(3),
        Statistics.predictionError(1),
        Statistics.predictionError(5),
        Statistics.mahalanobis(10),
        Statistics.canonicalResidual(2, 0.7),
        Statistics.neighbours(4, 5),
        Statistics.residualCusum(),
        Statistics.randomCutForest(2, 1));
  }

  @ParameterizedTest
  @MethodSource("fits")
  void thePartsOfTheVariablesAddUpToTheStatistic(Statistic.Fit fit) {
    Statistic.Scorer scorer = fit.fit(run(noise(200, 4, 1))).scorer();
    for (double[] row : noise(50, 4, 2)) {
      double[] parts = new double[4];
      double statistic = scorer.next(row, parts);
      assertThat(Arrays.stream(parts).min().orElseThrow()).isNotNegative();
      assertThat(Arrays.stream(parts).sum()).isCloseTo(statistic, within(1e-9 * (1 + statistic)));
    }
  }

  @ParameterizedTest
  @MethodSource("fits")
  void theStatisticIsTheSameWhetherPartsAreAskedOrNot(Statistic.Fit fit) {
    Statistic statistic = fit.fit(run(noise(200, 4, 1)));
    Statistic.Scorer asked = statistic.scorer();
    Statistic.Scorer unasked = statistic.scorer();
    for (double[] row : noise(30, 4, 3)) {
      assertThat(unasked.next(row, Statistic.Scorer.UNASKED))
          .isEqualTo(asked.next(row, new double[4]));
    }
  }

  @Test
  void hotellingAndPredictionErrorShareTheVarianceBetweenThem() {
    double[][] rows = noise(2000, 3, 4);
    for (double[] row : rows) {
      row[1] = row[0] + 1e-3 * row[1]; // two components hold nearly all
    }
    Statistic.Scorer error = Statistics.predictionError(1).fit(run(rows)).scorer();
    double[] broken = {1, -1, 0};
    double[] sound = {1, 1, 0};
    assertThat(error.next(sound, new double[3])).isLessThan(1e-5);
    assertThat(error.next(broken, new double[3])).isCloseTo(2, within(0.2));
  }

  @Test
  void mahalanobisOfUncorrelatedUnitVariablesIsTheSquaredLength() {
    Statistic.Scorer scorer = Statistics.mahalanobis(1).fit(run(noise(20_000, 3, 5))).scorer();
    assertThat(scorer.next(new double[] {1, 2, -2}, new double[3])).isCloseTo(9, within(0.4));
  }

  @Test
  void canonicalResidualIsBlindToASlowStateAndSeesTheRest() {
    Random random = new Random(6);
    double[][] rows = new double[1000][];
    double slow = 0;
    for (int i = 0; i < rows.length; i++) {
      slow = 0.995 * slow + 0.1 * random.nextGaussian();
      rows[i] = new double[] {slow, random.nextGaussian()};
    }
    Statistic statistic = Statistics.canonicalResidual(2, 0.7).fit(run(rows));
    Statistic.Scorer drifted = statistic.scorer();
    Statistic.Scorer jumped = statistic.scorer();
    double far = rows[999][0] + 3;
    assertThat(drifted.next(new double[] {far, 0}, new double[2])).isLessThan(6);
    assertThat(jumped.next(new double[] {rows[999][0], 5}, new double[2])).isGreaterThan(15);
  }

  @Test
  void cusumFindsASmallSteadyShiftWithinTwentyRows() {
    Statistic.Scorer scorer = Statistics.residualCusum().fit(run(noise(1000, 3, 7))).scorer();
    double before = 0;
    for (double[] row : noise(300, 3, 8)) {
      before = Math.max(before, scorer.next(row, new double[3]));
    }
    double after = 0;
    for (double[] row : noise(20, 3, 9)) {
      row[1] += 1.5;
      after = scorer.next(row, new double[3]);
    }
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void neighboursKnowTwoStatesOfOperation() {
    double[][] rows = noise(400, 2, 10);
    for (int i = 200; i < 400; i++) {
      rows[i][0] += 100;
      rows[i][1] -= 100;
    }
    Statistic statistic = Statistics.neighbours(1, 5).fit(run(rows));
    double inEither =
        Math.max(
            statistic.scorer().next(new double[] {0, 0}, new double[2]),
            statistic.scorer().next(new double[] {100, -100}, new double[2]));
    double between = statistic.scorer().next(new double[] {50, -50}, new double[2]);
    assertThat(between).isGreaterThan(10 * inEither);
  }

  @Test
  void referencesBeyondTheLimitAreThinnedEvenly() {
    double[][] rows = new double[10_000][];
    Arrays.setAll(rows, i -> new double[] {i});
    double[][] thin = NeighbourStatistic.thin(rows);
    assertThat(thin).hasNumberOfRows(NeighbourStatistic.REFERENCE_LIMIT);
    assertThat(thin[0][0]).isZero();
    assertThat(thin[2000][0]).isEqualTo(5000);
  }

  @Test
  void cuttingOutRowsSplitsTheirRunAndKeepsTheOthers() {
    double[][] rows = new double[10][];
    Arrays.setAll(rows, i -> new double[] {i});
    Runs runs = new Runs(List.of(Arrays.copyOf(rows, 6), Arrays.copyOfRange(rows, 6, 10)));
    Runs left = runs.without(2, 7);
    assertThat(left.runs()).hasSize(2);
    assertThat(left.all()).isDeepEqualTo(new double[][] {{0}, {1}, {7}, {8}, {9}});
    assertThat(runs.without(-3, 0).rows()).isEqualTo(10);
    assertThat(runs.without(3, 4).runs()).hasSize(3);
  }

  @Property(tries = 30)
  void aSpectrumWithItsOwnValuesIsTheMatrix(@ForAll @IntRange(min = 1, max = 8) int size) {
    MatrixStore<Double> covariance = Sample.of(noise(20, size, size)).covariance(0.1);
    Spectrum spectrum = Spectrum.of(covariance);
    MatrixStore<Double> again = spectrum.with(i -> spectrum.values()[i]);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        assertThat(again.doubleValue(i, j)).isCloseTo(covariance.doubleValue(i, j), within(1e-9));
      }
    }
    for (int i = 1; i < size; i++) {
      assertThat(spectrum.values()[i]).isLessThanOrEqualTo(spectrum.values()[i - 1]);
    }
  }

  @Test
  void aSpectrumOfAKnownMatrix() {
    R064Store matrix = R064Store.FACTORY.make(2, 2);
    matrix.fillAll(1.0);
    matrix.fillDiagonal(2.0);
    Spectrum spectrum = Spectrum.of(matrix);
    assertThat(spectrum.values()).containsExactly(new double[] {3, 1}, within(1e-12));
    assertThat(spectrum.countFor(0.7)).isEqualTo(1);
    assertThat(spectrum.countFor(0.8)).isEqualTo(2);
  }

  @Test
  void fewRowsShrinkACovarianceMoreThanMany() {
    assertThat(Sample.of(noise(20, 10, 1)).shrinkage()).isGreaterThan(0.5);
    double[][] many = noise(5000, 10, 1);
    for (double[] row : many) {
      row[1] = row[0];
    }
    assertThat(Sample.of(many).shrinkage()).isLessThan(0.02);
  }

  @Test
  void unknownBytesAreNoStatistic() {
    var in = new DataInputStream(new ByteArrayInputStream(new byte[] {42, 0, 0}));
    assertThatThrownBy(() -> StatisticCodec.read(in)).isInstanceOf(StreamCorruptedException.class);
  }
}
