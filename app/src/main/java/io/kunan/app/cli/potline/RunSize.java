package io.kunan.app.cli.potline;

import io.kunan.kernel.InputException;
import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.PotlineSettings;
import java.time.Instant;
import picocli.CommandLine.Option;

/** How large a run in closed loop is, which of its days count, and what low volts cost in it. */
final class RunSize {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final int MOST_DAYS = 3650;

  @Option(
      names = "--pots",
      paramLabel = "N",
      description = "Number of pots, 1 to 1000 (default: ${DEFAULT-VALUE}).",
      defaultValue = "40")
  private int pots;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "Days to run, warm-up included (default: ${DEFAULT-VALUE}).",
      defaultValue = "60")
  private int days;

  @Option(
      names = "--warmup",
      paramLabel = "W",
      description = "Days at the start that do not count (default: ${DEFAULT-VALUE}).",
      defaultValue = "20")
  private int warmUp;

  @Option(
      names = "--penalty-scale",
      paramLabel = "F",
      description = "Factor on what low volts cost, 0 to 3 (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private double penaltyScale;

  int days() {
    return days;
  }

  int warmUp() {
    return warmUp;
  }

  double penaltyScale() {
    return penaltyScale;
  }

  /** Refuses a run of which no day would count. */
  void check() {
    if (days < 1 || days > MOST_DAYS || warmUp < 0 || warmUp >= days) {
      throw new InputException(
          "--days %d --warmup %d".formatted(days, warmUp),
          "no day is left to count",
          "give 1 to %d days, of which fewer are warm-up".formatted(MOST_DAYS));
    }
  }

  /** The line of such a run. */
  PotlineSettings settings(long seed, double perturb, Disturbance disturbance, Faults faults) {
    return new PotlineSettings(
        pots,
        seed,
        START,
        perturb,
        disturbance,
        faults,
        penaltyScale,
        Runtime.getRuntime().availableProcessors());
  }
}
