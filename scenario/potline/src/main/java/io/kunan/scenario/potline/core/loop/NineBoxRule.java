package io.kunan.scenario.potline.core.loop;

import io.kunan.kernel.Micros;
import io.kunan.scenario.potline.core.FluorideParameters;
import io.kunan.scenario.potline.core.Sample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nine boxes of bath temperature (± 5 °C) and excess AlF3 (± 1 %), each with a share of the base
 * dose and a step of the set voltage, as many plants work by hand. After Verstreken 2005 and
 * published practice; the figures are priors.
 */
final class NineBoxRule implements DailyRule {
  private static final double CELSIUS_BAND = 5;
  private static final double EXCESS_BAND = 1;
  private static final double HALF_LIFE_DAYS = 2;
  private static final double HOME_VOLTS = 0.005;

  /** Share of the base dose; rows cold, right, hot; columns low, right, high excess. */
  private static final double[][] SHARE = {{1, 0.8, 0.6}, {1.2, 1, 0.8}, {1.4, 1.2, 1}};

  /** Step of the set voltage, V; a cold pot with high excess gets none before that has fallen. */
  private static final double[][] STEP = {{0.015, 0.015, 0}, {0, 0, 0}, {0, -0.010, -0.015}};

  private final LineTargets targets;
  private final FluorideParameters parameters;

  NineBoxRule(LineTargets targets) {
    this.targets = targets;
    parameters = FluorideParameters.defaults(targets.celsius(), targets.excess());
  }

  @Override
  public double baseDose(PotMemory pot, LineReport line, double trim) {
    return parameters
        .withSoda(line.sodaFraction())
        .withLineTrim(trim)
        .baseDose(pot.aluminaPerDay());
  }

  @Override
  public @Nullable Wish decide(PotMemory pot, PotReport now, LineReport line, double trim) {
    double celsius = filtered(pot.temperatures(), line.micros());
    double excess = filtered(pot.excesses(), line.micros());
    if (Double.isNaN(celsius) || Double.isNaN(excess)) {
      return null;
    }
    int row = box(celsius - targets.celsius(), CELSIUS_BAND);
    int column = box(excess - targets.excess(), EXCESS_BAND);
    double volts = now.setVolts();
    double home = Math.min(HOME_VOLTS, Math.max(-HOME_VOLTS, -volts));
    return new Wish(
        SHARE[row][column] * baseDose(pot, line, trim),
        volts + (row == 1 ? home : STEP[row][column]),
        false);
  }

  private static int box(double off, double band) {
    return off < -band ? 0 : off > band ? 2 : 1;
  }

  private static double filtered(List<Sample> samples, long now) {
    double sum = 0;
    double weights = 0;
    for (Sample sample : samples) {
      double days = (double) (now - sample.takenMicros()) / Micros.PER_DAY;
      double weight = Math.pow(0.5, days / HALF_LIFE_DAYS);
      sum += weight * sample.value();
      weights += weight;
    }
    return sum / weights;
  }
}
