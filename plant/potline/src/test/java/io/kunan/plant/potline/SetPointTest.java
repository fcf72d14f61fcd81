package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.kernel.Micros;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a controller of the line may read and write. */
class SetPointTest {
  private static final int POTS = 6;

  @Test
  void theControllerRefusesWhatIsOutsideItsOwnLimits() {
    try (Potline line = Lines.usual(1, 3, 1)) {
      line.advance(Lines.after(24));
      PotHour now = line.publish(0);
      double dose = now.doseKgPerDay();
      double tap = now.tapPlannedKg();
      assertThat(line.setPoints(0, dose + 19, tap, 0.019, 26)).isTrue();
      assertThat(line.setPoints(0, dose + 21, tap, 0, 26)).isFalse();
      assertThat(line.setPoints(0, dose, tap, 0.021, 26)).isFalse();
      assertThat(line.setPoints(0, dose, tap + 160, 0, 26)).isFalse();
      assertThat(line.setPoints(0, -1, tap, 0, 26)).isFalse();
      assertThat(line.setPoints(0, dose + 19, tap, 0.019, 26)).isTrue();
      line.advance(Lines.after(25));
      assertThat(line.publish(0).doseKgPerDay()).isEqualTo(dose + 19);
      assertThat(line.truth().unsafeWrites()).isEqualTo(4);
    }
  }

  @Test
  void whatIsNotRenewedIsLetGo() {
    try (Potline line = Lines.usual(1, 3, 1)) {
      line.advance(Lines.after(24));
      PotHour now = line.publish(0);
      line.setPoints(0, now.doseKgPerDay(), now.tapPlannedKg(), 0.015, 2);
      line.advance(Lines.after(25));
      assertThat(line.publish(0).setVolts()).isCloseTo(0.015, within(1e-12));
      line.advance(Lines.after(27));
      assertThat(line.publish(0).setVolts()).isZero();
    }
  }

  @Test
  void moreSetVoltageWarmsThePot() {
    try (Potline line = Lines.calm();
        Potline left = Lines.calm()) {
      line.advance(Lines.after(24));
      left.advance(Lines.after(24));
      PotHour now = line.publish(0);
      line.setPoints(0, now.doseKgPerDay(), now.tapPlannedKg(), 0.020, 200);
      line.advance(Lines.after(72));
      left.advance(Lines.after(72));
      Potline.Truth warm = line.operations().truth(0);
      Potline.Truth usual = left.operations().truth(0);
      assertThat(warm.volts()).isBetween(usual.volts() + 0.005, usual.volts() + 0.035);
      assertThat(warm.celsius()).isGreaterThan(usual.celsius() + 0.3);
      assertThat(warm.ledgeCm()).isLessThan(usual.ledgeCm() - 0.2);
    }
  }

  @Test
  void chanceIsTheSameWhateverTheControllerDoes() {
    try (Potline one = Lines.usual(POTS, 5, 2);
        Potline other = Lines.usual(POTS, 5, 2)) {
      List<Double> currents = new ArrayList<>();
      List<Double> currentsOther = new ArrayList<>();
      int samples = 0;
      for (int hour = 1; hour <= 96; hour++) {
        one.advance(Lines.after(hour));
        other.advance(Lines.after(hour));
        for (int p = 0; p < POTS; p++) {
          PotHour a = one.publish(p);
          PotHour b = other.publish(p);
          other.setPoints(p, b.doseKgPerDay() + 0.3, b.tapPlannedKg(), 0.010, 2);
          currents.add(a.kiloamperes());
          currentsOther.add(b.kiloamperes());
          samples += Double.isNaN(a.excess()) ? 0 : 1;
        }
      }
      assertThat(currentsOther).isEqualTo(currents);
      assertThat(samples).isGreaterThan(POTS);
      double warmer = 0;
      for (int p = 0; p < POTS; p++) {
        double difference =
            other.operations().truth(p).celsius() - one.operations().truth(p).celsius();
        assertThat(Math.abs(difference)).isLessThan(15);
        warmer += difference;
      }
      assertThat(warmer).isNotZero();
    }
  }

  @Test
  void theHourTellsWhatWasMeasuredInIt() {
    try (Potline line = Lines.usual(3, 8, 1)) {
      int rounds = 0;
      int taps = 0;
      double fed = 0;
      for (int hour = 1; hour <= 72; hour++) {
        line.advance(Lines.after(hour));
        PotHour now = line.publish(1);
        rounds += Double.isNaN(now.celsius()) ? 0 : 1;
        taps += Double.isNaN(now.tapKg()) ? 0 : 1;
        fed += now.aluminaKg();
        assertThat(now.celsiusMicros()).isLessThanOrEqualTo(Micros.of(line.now()));
      }
      assertThat(rounds).isBetween(2, 4);
      assertThat(taps).isBetween(2, 4);
      assertThat(fed / 3).isBetween(6_000.0, 8_500.0);
    }
  }
}
