package io.kunan.scenario.potline.core.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.kernel.Micros;
import org.junit.jupiter.api.Test;

class RuleControllerTest {
  private static final LineTargets TARGETS = LineTargets.usual500kA();
  private static final SetPoints START = new SetPoints(67, 3785, 0);

  /** Set-points after some days of a round each 24 h with the same figures. */
  private static SetPoints after(
      LineController controller, int days, double celsius, double excess, double metalCm) {
    SetPoints held = START;
    for (long hour = 1; hour <= days * 24L + 1; hour++) {
      boolean round = hour % 24 == 1;
      long taken = (hour - 8) * Micros.PER_HOUR;
      PotReport pot =
          round
              ? Hours.round(held, celsius, excess, taken, metalCm)
              : hour % 24 == 2 ? Hours.tapped(held) : Hours.quiet(held);
      held = controller.decide(Hours.line(hour, pot)).getFirst();
    }
    return held;
  }

  private static RuleController reference() {
    return RuleController.reference(TARGETS, GuardRails.standard());
  }

  private static RuleController nineBox() {
    return RuleController.nineBox(TARGETS, GuardRails.standard());
  }

  @Test
  void aPotOnTargetStaysNearItsDoseAndIsTappedWhatItMakes() {
    SetPoints held = after(reference(), 6, 956, 10, TARGETS.metalCm());
    assertThat(held.doseKgPerDay()).isBetween(60.0, 75.0);
    assertThat(held.tapKg()).isEqualTo(3785);
    assertThat(held.setVolts()).isZero();
  }

  @Test
  void theReferenceDosesAHotPotMoreAndNeverTouchesTheVolts() {
    SetPoints hot = after(reference(), 6, 966, 9, 26);
    assertThat(hot.doseKgPerDay()).isGreaterThan(85);
    assertThat(hot.tapKg()).isGreaterThan(3900);
    assertThat(hot.setVolts()).isZero();
  }

  @Test
  void theNineBoxesAlsoMoveTheVolts() {
    assertThat(after(nineBox(), 6, 966, 10, 24.4).setVolts()).isLessThan(-0.03);
    assertThat(after(nineBox(), 6, 946, 10, 24.4).setVolts()).isGreaterThan(0.03);
    assertThat(after(nineBox(), 6, 946, 12, 24.4).setVolts()).isZero();
    assertThat(after(nineBox(), 6, 966, 8, 24.4).doseKgPerDay())
        .isGreaterThan(after(nineBox(), 6, 956, 10, 24.4).doseKgPerDay());
  }

  @Test
  void theDailyRateIsKeptAndCounted() {
    RuleController controller = reference();
    SetPoints oneDay = after(controller, 1, 990, 6, 24.4);
    assertThat(oneDay.doseKgPerDay()).isEqualTo(START.doseKgPerDay() + 20);
    assertThat(controller.doseRailHits()).isEqualTo(1);
  }

  @Test
  void aPotThatWentItsOwnWayIsTakenUpWhereItIs() {
    RuleController controller = reference();
    after(controller, 3, 956, 10, 24.4);
    var own = new SetPoints(50, 3700, 0);
    assertThat(controller.decide(Hours.line(80, Hours.quiet(own))).getFirst()).isEqualTo(own);
  }

  @Test
  void aPotThatLetGoOfItsVoltsIsNotAskedToJumpBack() {
    RuleController controller = nineBox();
    SetPoints held = after(controller, 6, 966, 10, 24.4);
    assertThat(held.setVolts()).isLessThan(-0.03);
    var letGo = new SetPoints(held.doseKgPerDay(), held.tapKg(), 0);
    LineReport next = Hours.line(6 * 24 + 2, Hours.quiet(letGo));
    assertThat(controller.decide(next).getFirst().setVolts()).isZero();
  }
}
