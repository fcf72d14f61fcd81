package io.kunan.plant.potline;

import java.time.Duration;
import java.time.Instant;

/** Lines for tests. */
final class Lines {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

  private Lines() {}

  /** One pot P without chance. */
  static Potline calm() {
    return Potline.start(new PotlineSettings(1, 1, START, 0, Disturbance.NONE, Faults.NONE, 1, 1));
  }

  /** Pots that differ, with disturbances. */
  static Potline usual(int pots, long seed, int threads) {
    return Potline.start(
        new PotlineSettings(pots, seed, START, 10, Disturbance.MIXED, Faults.USUAL, 1, threads));
  }

  static Instant after(double hours) {
    return START.plus(Duration.ofMinutes(Math.round(hours * 60)));
  }
}
