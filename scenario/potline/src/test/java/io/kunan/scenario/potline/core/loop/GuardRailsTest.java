package io.kunan.scenario.potline.core.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.scenario.potline.core.Guard;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class GuardRailsTest {
  private static final GuardRails RAILS = GuardRails.standard();
  private static final SetPoints PRESENT = new SetPoints(60, 3785, 0.010);

  private static GuardRails.Situation calm() {
    return situation(10, 40, 8, 99);
  }

  private static GuardRails.Situation situation(
      double temperatureHours, double chemistryHours, double noise, double effectHours) {
    return new GuardRails.Situation(
        64,
        60,
        60,
        0.010,
        0.010,
        3785,
        3785,
        temperatureHours,
        chemistryHours,
        noise,
        effectHours,
        true);
  }

  @Test
  void whatIsInsideGoesThroughUntouched() {
    var wanted = new SetPoints(71, 3840, 0.020);
    GuardRails.Admitted admitted = RAILS.admit(wanted, PRESENT, calm());
    assertThat(admitted.setPoints()).isEqualTo(wanted);
    assertThat(admitted.isFree()).isTrue();
    assertThat(admitted.doseHeld()).isFalse();
    assertThat(admitted.guards()).hasSize(5);
  }

  @Test
  void aBigMoveIsHeldAtTheDailyRateAndSaidSo() {
    GuardRails.Admitted admitted = RAILS.admit(new SetPoints(95, 4300, 0.049), PRESENT, calm());
    assertThat(admitted.setPoints().doseKgPerDay()).isEqualTo(80);
    assertThat(admitted.setPoints().tapKg()).isEqualTo(3935);
    assertThat(admitted.setPoints().setVolts()).isCloseTo(0.030, within(1e-12));
    assertThat(admitted.doseHeld()).isTrue();
  }

  @Test
  void aMoveMadeEarlierInTheDayCounts() {
    var moved = new GuardRails.Situation(64, 60, 75, 0, 0.015, 3785, 3785, 10, 40, 8, 99, true);
    SetPoints admitted = RAILS.admit(new SetPoints(95, 3785, 0.05), PRESENT, moved).setPoints();
    assertThat(admitted.doseKgPerDay()).isEqualTo(80);
    assertThat(admitted.setVolts()).isCloseTo(0.020, within(1e-12));
  }

  @Test
  void staleOrRestlessPotsAreLeftAlone() {
    GuardRails.Situation[] bad = {
      situation(37, 40, 8, 99),
      situation(10, 97, 8, 99),
      situation(10, 40, 41, 99),
      situation(10, 40, 8, 3),
      situation(Double.NaN, 40, 8, 99)
    };
    for (GuardRails.Situation situation : bad) {
      GuardRails.Admitted admitted =
          RAILS.admit(new SetPoints(75, 3800, 0.025), PRESENT, situation);
      assertThat(admitted.setPoints()).isEqualTo(new SetPoints(60, 3800, 0.010));
      assertThat(admitted.guards().stream().filter(guard -> !guard.passed()).map(Guard::code))
          .hasSize(1);
    }
  }

  @Property
  void nothingThatIsAdmittedPassesARail(
      @ForAll @DoubleRange(min = -500, max = 500) double dose,
      @ForAll @DoubleRange(min = 0, max = 9000) double tap,
      @ForAll @DoubleRange(min = -1, max = 1) double volts) {
    SetPoints admitted = RAILS.admit(new SetPoints(dose, tap, volts), PRESENT, calm()).setPoints();
    assertThat(admitted.doseKgPerDay()).isBetween(40.0, 80.0).isBetween(0.0, 2.5 * 64);
    assertThat(admitted.tapKg()).isBetween(3635.0, 3935.0).isBetween(0.9 * 3785, 1.1 * 3785);
    assertThat(admitted.setVolts()).isBetween(-0.0100001, 0.0300001).isBetween(-0.05, 0.05);
  }

  @Test
  void theRailsOfTheSpecificationAreAllThere() {
    assertThat(RAILS.get("range.feedLow")).isEqualTo(0.6);
    assertThat(RAILS.get("range.feedHigh")).isEqualTo(1.6);
    assertThat(RAILS.get("fallback.heartbeatSeconds")).isEqualTo(60);
    assertThat(RAILS.get("blast.sharePerHour")).isEqualTo(0.1);
    assertThat(RAILS.get("blast.shareOneWay")).isEqualTo(0.3);
    assertThat(RAILS.get("quiet.youngDays")).isEqualTo(60);
  }
}
