package io.kunan.scenario.potline.core.advisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.science.electrolysis.Coefficients;
import org.junit.jupiter.api.Test;

class PotEstimatorTest {
  private static final Coefficients FILE = AdvisorModel.usual500kA();
  private static final PotDynamics DYNAMICS = new PotDynamics(FILE, Coefficients.published());
  private static final HourInputs USUAL =
      new HourInputs(500_000, 3.86, 0, 298, 2.75, 0.004, 15_625, 3.3);

  private final PotEstimator estimator = new PotEstimator(DYNAMICS, FILE);

  private void live(int hours, double celsiusEachDay) {
    for (int hour = 0; hour < hours; hour++) {
      estimator.advance(USUAL, hour % 24 == 0 ? celsiusEachDay : Double.NaN, Double.NaN);
    }
  }

  @Test
  void theDesignPointIsInBalance() {
    double[] x = estimator.state();
    for (int hour = 0; hour < 48; hour++) {
      DYNAMICS.hour(x, USUAL);
    }
    assertThat(x[PotDynamics.CELSIUS]).isCloseTo(956, within(1.5));
    assertThat(PotDynamics.excessPercent(x)).isCloseTo(10, within(0.3));
    assertThat(DYNAMICS.superheat(x)).isCloseTo(9, within(0.5));
  }

  @Test
  void moreVoltsMeltLedgeAndMoreFluorideCools() {
    double[] usual = estimator.state();
    double[] warm = estimator.state();
    double[] dosed = estimator.state();
    for (int hour = 0; hour < 96; hour++) {
      DYNAMICS.hour(usual, USUAL);
      DYNAMICS.hour(warm, new HourInputs(500_000, 3.88, 0, 298, 2.75, 0.004, 15_625, 3.3));
      DYNAMICS.hour(dosed, new HourInputs(500_000, 3.86, 0, 298, 4.0, 0.004, 15_625, 3.3));
    }
    assertThat(warm[PotDynamics.LEDGE]).isLessThan(usual[PotDynamics.LEDGE] - 100);
    assertThat(warm[PotDynamics.CELSIUS]).isGreaterThan(usual[PotDynamics.CELSIUS] + 0.5);
    assertThat(PotDynamics.excessPercent(dosed))
        .isGreaterThan(PotDynamics.excessPercent(usual) + 0.3);
    assertThat(dosed[PotDynamics.CELSIUS]).isLessThan(usual[PotDynamics.CELSIUS] - 0.5);
  }

  @Test
  void aPotThatStaysHotIsFoundToHaveHeatOfItsOwn() {
    live(24 * 12, 962);
    double[] x = estimator.state();
    assertThat(x[PotDynamics.CELSIUS]).isBetween(957.0, 963.0);
    assertThat(x[PotDynamics.FAST] + x[PotDynamics.SLOW]).isGreaterThan(5_000);
    assertThat(estimator.deviation(PotDynamics.CELSIUS)).isBetween(0.3, 2.4);
  }

  @Test
  void anAnalysisCountsAtTheHourInWhichItsSampleWasTaken() {
    var inTime = new PotEstimator(DYNAMICS, FILE);
    live(48, 956);
    for (int hour = 0; hour < 48; hour++) {
      inTime.advance(USUAL, hour % 24 == 0 ? 956 : Double.NaN, Double.NaN);
      if (hour == 30) {
        inTime.analysed(11, 0);
      }
    }
    estimator.analysed(11, 47 - 30);
    assertThat(estimator.state()).containsExactly(inTime.state(), within(1e-6));
    assertThat(estimator.takeInnovation()).isPositive();
    assertThat(estimator.takeInnovation()).isNaN();
  }

  @Test
  void aWrongSampleIsDoubtedOnceAndBelievedWhenTheNextAgrees() {
    live(24 * 10, 956);
    estimator.analysed(10, 0);
    double before = PotDynamics.excessPercent(estimator.state());
    estimator.analysed(16, 0);
    assertThat(PotDynamics.excessPercent(estimator.state())).isCloseTo(before, within(1e-9));
    estimator.analysed(16, 0);
    assertThat(PotDynamics.excessPercent(estimator.state())).isGreaterThan(before + 0.5);
  }
}
