package io.kunan.app.cli.plant;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TerminalProgress;
import io.kunan.app.cli.TextTable;
import io.kunan.plant.potline.Potline;
import io.kunan.plant.potline.PotlineStatistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the virtual 500 kA potline headless and answers with its means and balances. */
@Command(
    name = "potline",
    description = "Run the virtual potline and check its balances.",
    mixinStandardHelpOptions = true)
public final class PotlineCommand implements Runnable {
  @Option(
      names = "--pots",
      paramLabel = "N",
      description = "Number of pots, 1 to 1000 (default: ${DEFAULT-VALUE}).",
      defaultValue = "300")
  private int pots;

  @Option(
      names = "--days",
      paramLabel = "D",
      description = "Days to run, above 0, at most 3650 (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private double days;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of every random stream (default: ${DEFAULT-VALUE}).",
      defaultValue = "1")
  private long seed;

  @Mixin private Answers answers = new Answers();

  @Override
  public void run() {
    PotlineStatistics result;
    try (TerminalProgress progress = answers.progress()) {
      result = Potline.run(pots, days, seed, progress);
    }
    answers.print(result, means(result), balances(result));
  }

  private static TextTable means(PotlineStatistics result) {
    return new TextTable("Virtual potline", "mean", "value", "unit")
        .row("pots", result.pots(), "")
        .row("days", result.days(), "d")
        .row("bath temperature", result.meanBathTemperature(), "°C")
        .row("dissolved alumina", result.meanAlumina(), "wt%")
        .row("pot voltage", result.meanVolts(), "V")
        .row("current efficiency", 100 * result.currentEfficiency(), "%")
        .row("anode effects", result.aePerPotDay(), "per pot and day")
        .row("wall time", result.seconds(), "s");
  }

  private static TextTable balances(PotlineStatistics result) {
    PotlineStatistics.Closure closure = result.closure();
    return new TextTable("Not accounted for, worst pot, part of what went in", "balance", "gap")
        .row("aluminium", "%.1e".formatted(closure.al()))
        .row("sodium", "%.1e".formatted(closure.na()))
        .row("fluorine", "%.1e".formatted(closure.f()))
        .row("energy", "%.1e".formatted(closure.energy()));
  }
}
