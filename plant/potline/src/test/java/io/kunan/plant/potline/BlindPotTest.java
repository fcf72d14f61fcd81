package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A pot whose measured voltage stands still must not starve, wherever it was caught. */
class BlindPotTest {
  private static final int POTS = 10;
  private static final int HOURS = 6;
  private static final double ONSET = 1.5;
  private static final double BASE = 300; // kg/h by Faraday demand at 500 kA

  @Test
  void aBlindPotIsFedRichAndKeepsItsAluminaAndItsHeat() {
    try (Potline line = Lines.usual(POTS, 12, 1)) {
      line.advance(Lines.after(30));
      double[] before = new double[POTS];
      for (int p = 0; p < POTS; p++) {
        before[p] = line.operations().truth(p).celsius();
        line.operations().freezeVoltage(p, Duration.ofHours(HOURS));
      }
      for (int hour = 1; hour <= HOURS; hour++) {
        line.advance(Lines.after(30 + hour));
        for (int p = 0; p < POTS; p++) {
          Potline.Truth truth = line.operations().truth(p);
          assertThat(truth.alumina()).as("pot %d, hour %d", p, hour).isGreaterThan(ONSET);
          assertThat(truth.celsius() - before[p]).isBetween(-12.0, 12.0);
          assertThat(truth.feedKgPerSecond() * 3600).isGreaterThan(1.04 * BASE);
        }
      }
      assertThat(line.truth().lostPots()).isZero();
    }
  }
}
