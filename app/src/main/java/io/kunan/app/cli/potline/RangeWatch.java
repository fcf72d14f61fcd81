package io.kunan.app.cli.potline;

import io.kunan.plant.potline.Potline;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.LineTargets;
import io.kunan.scenario.potline.core.loop.PotReport;
import java.util.Arrays;

/**
 * Which pots truly left 935 to 975 °C, and which of them by an advice: those that would have stayed
 * inside without what dose beside the balance and offset of the set voltage have done to them, by
 * the step responses of the specification.
 */
final class RangeWatch {
  private static final double COLDEST = 935;
  private static final double HOTTEST = 975;
  private static final double PER_DOSE_HOUR = -0.45 / 30 / 24;
  private static final double PER_VOLT = 20;
  private static final int HOURS = 72;
  private static final double BATH_TAP = 7;
  private static final double ALUMINA_PER_DAY = 7152;

  private final FluorideParameters balance;
  private final double[][] beyond;
  private final boolean[] outside;
  private final boolean[] byAdvice;
  private int hour;

  RangeWatch(int pots, LineTargets targets) {
    balance =
        FluorideParameters.defaults(targets.celsius(), targets.excess()).withLineTrim(BATH_TAP);
    beyond = new double[pots][HOURS];
    outside = new boolean[pots];
    byAdvice = new boolean[pots];
  }

  /** Begins to count anew. */
  void begin() {
    Arrays.fill(outside, false);
    Arrays.fill(byAdvice, false);
  }

  /** Looks once an hour. */
  void look(LineReport report, Potline line) {
    double base = balance.withSoda(report.sodaFraction()).baseDose(ALUMINA_PER_DAY);
    for (int p = 0; p < beyond.length; p++) {
      PotReport pot = report.pots().get(p);
      beyond[p][hour % HOURS] = pot.doseKgPerDay() - base;
      double done = PER_DOSE_HOUR * Arrays.stream(beyond[p]).sum() + PER_VOLT * pot.setVolts();
      double celsius = line.operations().truth(p).celsius();
      boolean left = celsius < COLDEST || celsius > HOTTEST;
      double without = celsius - done;
      outside[p] |= left;
      byAdvice[p] |= left && without >= COLDEST && without <= HOTTEST;
    }
    hour++;
  }

  int outside() {
    return count(outside);
  }

  int byAdvice() {
    return count(byAdvice);
  }

  private static int count(boolean[] flags) {
    int count = 0;
    for (boolean flag : flags) {
      count += flag ? 1 : 0;
    }
    return count;
  }
}
