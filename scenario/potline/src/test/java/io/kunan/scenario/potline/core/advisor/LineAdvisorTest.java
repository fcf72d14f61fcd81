package io.kunan.scenario.potline.core.advisor;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.loop.GuardRails;
import io.kunan.scenario.potline.core.loop.Hours;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.scenario.potline.core.loop.SetPoints;
import org.junit.jupiter.api.Test;

class LineAdvisorTest {
  private static final LineTargets TARGETS = LineTargets.usual500kA();
  private static final SetPoints START = new SetPoints(67, 3785, 0);

  private final LineAdvisor advisor =
      new LineAdvisor(TARGETS, GuardRails.standard(), AdvisorModel.usual500kA());

  private SetPoints after(int days, double celsius, double excess, double metalCm) {
    SetPoints held = START;
    for (long hour = 1; hour <= days * 24L + 1; hour++) {
      boolean round = hour % 24 == 1;
      long taken = (hour - 8) * Micros.PER_HOUR;
      PotReport pot =
          round
              ? Hours.round(held, celsius, excess, taken, metalCm)
              : hour % 24 == 2 ? Hours.tapped(held) : Hours.quiet(held);
      SetPoints next = advisor.decide(Hours.line(hour, pot)).getFirst();
      assertThat(Math.abs(next.doseKgPerDay() - held.doseKgPerDay())).isLessThanOrEqualTo(20);
      assertThat(Math.abs(next.setVolts() - held.setVolts())).isLessThanOrEqualTo(0.020);
      held = next;
    }
    return held;
  }

  @Test
  void aHotPotShortOfFluorideGetsMoreOfIt() {
    assertThat(after(5, 964, 9, TARGETS.metalCm()).doseKgPerDay()).isGreaterThan(75);
  }

  @Test
  void aColdPotWithMuchFluorideGetsLessOfItAndMoreVolts() {
    SetPoints cold = after(5, 948, 11, TARGETS.metalCm());
    assertThat(cold.doseKgPerDay()).isLessThan(60);
    assertThat(cold.setVolts()).isPositive();
  }

  @Test
  void oneNoisyLevelHardlyMovesTheTap() {
    assertThat(after(1, 956, 10, TARGETS.metalCm() + 1).tapKg()).isBetween(3785.0, 3900.0);
    assertThat(advisor.doseRailHits()).isZero();
  }
}
