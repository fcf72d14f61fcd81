package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StabilityTest {

  @Test
  void potPStaysNearItsPointForTenDays() {
    try (Potline line = Lines.calm()) {
      double start = line.operations().truth(0).celsius();
      for (int minute = 1; minute <= 10 * 24 * 60; minute++) {
        line.advance(Lines.after(minute / 60.0));
        Potline.Truth truth = line.operations().truth(0);
        assertThat(truth.celsius()).isCloseTo(start, within(6.0));
        assertThat(truth.alumina()).isBetween(1.4, 3.0);
        assertThat(truth.ledgeCm()).isBetween(4.0, 9.0);
      }
      assertThat(line.statistics().aePerPotDay()).isLessThanOrEqualTo(0.1);
    }
  }

  @Test
  void aDisturbedLineOfDifferentPotsLosesNoPotInTenDays() {
    try (Potline line = Lines.usual(60, 3, 2)) {
      line.advance(Lines.after(240));
      PotlineStatistics result = line.statistics();
      assertThat(result.meanBathTemperature()).isBetween(950.0, 959.0);
      assertThat(result.meanAlumina()).isBetween(1.9, 2.6);
      assertThat(result.meanVolts()).isBetween(3.83, 3.92);
      assertThat(result.currentEfficiency()).isBetween(0.93, 0.95);
      assertThat(result.aePerPotDay()).isBetween(0.002, 0.1);
      assertThat(line.truth().lostPots()).isZero();
      for (int place = 0; place < 60; place++) {
        Potline.Truth truth = line.operations().truth(place);
        assertThat(truth.celsius()).isBetween(925.0, 985.0);
        assertThat(truth.excessAlF3()).isBetween(7.5, 13.0);
        assertThat(truth.metalKg()).isBetween(37_000.0, 47_000.0);
        assertThat(truth.bathKg()).isBetween(9_500.0, 14_500.0);
      }
    }
  }

  @Test
  void balancesCloseWhateverHappens() {
    try (Potline line = Lines.usual(20, 5, 2)) {
      line.advance(Lines.after(24));
      line.operations().blockFeeders(3, 6, java.time.Duration.ofHours(3));
      line.operations().lineCurrent(430);
      line.operations().alF3Dose(4, 200);
      line.advance(Lines.after(48));
      line.operations().lineCurrent(520);
      line.operations().tap(5, 9000);
      line.advance(Lines.after(24 * 8));
      PotlineStatistics.Closure closure = line.statistics().closure();
      assertThat(closure.al()).isLessThan(1e-6);
      assertThat(closure.na()).isLessThan(1e-6);
      assertThat(closure.f()).isLessThan(1e-6);
      assertThat(closure.energy()).isLessThan(1e-6);
      assertThat(line.statistics().aePerPotDay()).isPositive();
    }
  }
}
