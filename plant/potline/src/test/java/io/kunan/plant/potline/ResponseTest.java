package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.plant.potline.Potline.Truth;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a pot does when something is done to it, against the same pot left alone. */
class ResponseTest {
  private static final double AT = 30;

  /** The difference after some hours that an intervention at hour 30 makes. */
  private static Truth[] pair(double hours, Consumer<Potline.Operations> what) {
    return pair(hours, operations -> {}, what);
  }

  private static Truth[] pair(
      double hours, Consumer<Potline.Operations> before, Consumer<Potline.Operations> what) {
    try (Potline left = Lines.calm();
        Potline done = Lines.calm()) {
      before.accept(left.operations());
      before.accept(done.operations());
      left.advance(Lines.after(AT));
      done.advance(Lines.after(AT));
      what.accept(done.operations());
      left.advance(Lines.after(AT + hours));
      done.advance(Lines.after(AT + hours));
      return new Truth[] {left.operations().truth(0), done.operations().truth(0)};
    }
  }

  @Test
  void tappingLowersTheMetalAndLiftsTheVoltageWhileItLasts() {
    Truth[] during = pair(0.1, operations -> operations.tap(0, 3790));
    assertThat(during[1].metalKg()).isLessThan(during[0].metalKg() - 1500);
    assertThat(during[1].distanceCm()).isGreaterThan(during[0].distanceCm() + 0.05);
    assertThat(during[1].volts()).isGreaterThan(during[0].volts() + 0.02);
    Truth[] after = pair(1, operations -> operations.tap(0, 3790));
    assertThat(after[0].metalKg() - after[1].metalKg()).isBetween(3780.0, 3800.0);
    assertThat(Math.abs(after[1].distanceCm() - after[0].distanceCm())).isLessThan(0.1);
  }

  @Test
  void aNewAnodeCoolsTheBathAndGrowsLedge() {
    Truth[] pair =
        pair(5, operations -> operations.holdAnodes(0), operations -> operations.changeAnode(0));
    assertThat(pair[1].celsius()).isBetween(pair[0].celsius() - 6, pair[0].celsius() - 0.5);
    assertThat(pair[1].ledgeCm()).isGreaterThan(pair[0].ledgeCm() + 0.05);
  }

  @Test
  void tenKiloamperesLessCoolThePotAndSaveAlumina() {
    Truth[] soon = pair(0.02, operations -> operations.lineCurrent(490));
    assertThat(soon[1].volts()).isBetween(soon[0].volts() - 0.08, soon[0].volts() - 0.02);
    Truth[] later = pair(6, operations -> operations.lineCurrent(490));
    assertThat(later[1].celsius()).isLessThan(later[0].celsius() - 0.5);
    assertThat(later[1].ledgeCm()).isGreaterThan(later[0].ledgeCm());
    assertThat(later[0].metalKg() - later[1].metalKg()).isBetween(10.0, 30.0);
  }

  @Test
  void aBlockedFeederStarvesThePotAndTheControllerFeedsMore() {
    try (Potline line = Lines.calm();
        Potline left = Lines.calm()) {
      line.advance(Lines.after(AT));
      left.advance(Lines.after(AT));
      line.operations().blockFeeders(0, 2, Duration.ofHours(4));
      double feedDone = 0;
      double feedLeft = 0;
      double lowest = 9;
      for (int minute = 1; minute <= 240; minute++) {
        line.advance(Lines.after(AT + minute / 60.0));
        left.advance(Lines.after(AT + minute / 60.0));
        feedDone += line.operations().truth(0).feedKgPerSecond();
        feedLeft += left.operations().truth(0).feedKgPerSecond();
        lowest = Math.min(lowest, line.operations().truth(0).alumina());
      }
      assertThat(feedDone).isGreaterThan(1.1 * feedLeft);
      assertThat(lowest).isLessThan(2.3);
    }
  }

  @Test
  void allFeedersBlockedForFourHoursIsAnAnodeEffect() {
    try (Potline line = Lines.calm()) {
      line.advance(Lines.after(AT));
      double before = line.operations().truth(0).alumina();
      line.operations().blockFeeders(0, 6, Duration.ofHours(4));
      line.advance(Lines.after(AT + 0.2));
      assertThat(line.operations().truth(0).alumina()).isLessThan(before - 0.2);
      line.advance(Lines.after(AT + 4));
      assertThat(line.statistics().aePerPotDay()).isPositive();
    }
  }

  @Test
  void halfAgainAsMuchAluminiumFluorideChangesThePotInEightDays() {
    try (Potline base = Lines.calm();
        Potline more = Lines.calm()) {
      for (Potline line : new Potline[] {base, more}) {
        line.operations().bathTaps(0, false);
        line.operations().alF3Dose(0, 59.8);
        line.advance(Lines.after(48));
      }
      more.operations().alF3Dose(0, 1.5 * 59.8);
      double[] first = day(more, 48);
      double[] last = day(more, 48 + 8 * 24);
      double[] lastBase = day(base, 48 + 8 * 24);
      double excess = last[1] - first[1];
      double celsius = last[0] - first[0];
      assertThat(excess).isBetween(0.9, 1.3);
      assertThat(celsius).isBetween(-5.0, -3.0);
      assertThat(last[1]).isGreaterThan(lastBase[1]);
      assertThat(last[0]).isLessThan(lastBase[0]);
    }
  }

  /** Mean temperature and excess over the day that begins at an hour. */
  private static double[] day(Potline line, double hour) {
    double celsius = 0;
    double excess = 0;
    for (int i = 1; i <= 288; i++) {
      line.advance(Lines.after(hour + i / 12.0));
      celsius += line.operations().truth(0).celsius() / 288;
      excess += line.operations().truth(0).excessAlF3() / 288;
    }
    return new double[] {celsius, excess};
  }
}
