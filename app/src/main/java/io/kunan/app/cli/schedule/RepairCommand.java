package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.Repair;
import io.kunan.kernel.InputException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Mends a plan after a disturbance. */
@Command(
    name = "repair",
    description = {
      "Mends a plan after a disturbance; what is not touched stays where it is.",
      "FILE is the plant after it: closed times added, what has begun frozen."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RepairCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "FILE", description = "The plant after the disturbance.")
  private String file = "";

  @Parameters(index = "1", paramLabel = "PLAN", description = "The plan before it.")
  private String plan = "";

  @Option(
      names = "--now",
      paramLabel = "MINUTE",
      description = "Nothing starts before it but what is frozen (default ${DEFAULT-VALUE}).")
  private int now;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "Time limit (default ${DEFAULT-VALUE}).")
  private double seconds = 4;

  @Option(
      names = "--tolerance",
      paramLabel = "MINUTES",
      description = "A bar off its old start by no more is not moved (default ${DEFAULT-VALUE}).")
  private int tolerance = Repair.TOLERANCE;

  @Option(names = "--out", paramLabel = "PLAN", description = "Writes the mended plan.")
  private @Nullable Path out;

  @Mixin private Answers answers = new Answers();

  /**
   * What {@code schedule repair} answers.
   *
   * @param tolerance minutes off its old start by which a bar is not moved
   * @param metAgain minute from which no bar is moved
   */
  record Answer(
      int movedOperations,
      int slightlyMovedOperations,
      double movedHours,
      int tolerance,
      int metAgain,
      double beforeWeightedTardinessHours,
      double weightedTardinessHours,
      double onTimePercent,
      int shiftedMovedOperations,
      double shiftedWeightedTardinessHours,
      double seconds) {}

  @Override
  public void run() {
    if (!(seconds > 0 && seconds <= 1e6)) {
      throw new InputException("--seconds", "it is " + seconds, "give more than 0, at most 1e6");
    }
    if (tolerance < 0) {
      throw new InputException("--tolerance", "it is " + tolerance, "give 0 or more");
    }
    PlantProblem plant = PlantFile.read(file);
    PlantPlan before = PlantFile.readPlan(plan, plant);
    Duration limit = Duration.ofNanos((long) (seconds * 1e9));
    Repair repair =
        Repair.of(
            plant, before, now, tolerance, new SolveOptions(Engine.SEARCH, limit, null, 1, 1));
    if (out != null) {
      PlantFile.writePlan(out, plant, repair.plan());
    }
    PlantFigures was = PlantFigures.of(plant, before);
    print(repair, was);
  }

  private void print(Repair repair, PlantFigures was) {
    Repair.Moved moved = repair.moved();
    PlantFigures mended = repair.figures();
    PlantFigures shifted = repair.shifted();
    answers.print(
        new Answer(
            moved.operations(),
            moved.slightly(),
            moved.hours(),
            tolerance,
            repair.metAgain(),
            was.weightedTardinessHours(),
            mended.weightedTardinessHours(),
            mended.onTimePercent(),
            repair.shiftedMoved().operations(),
            shifted.weightedTardinessHours(),
            repair.seconds()),
        new TextTable(
                "no bar is moved from minute %d on".formatted(repair.metAgain()),
                "",
                "before",
                "shifted to the right",
                "mended")
            .row("moved bars", 0, repair.shiftedMoved().operations(), moved.operations())
            .row(
                "bars within %d minutes".formatted(tolerance),
                0,
                repair.shiftedMoved().slightly(),
                moved.slightly())
            .row(
                "weighted tardiness, h",
                was.weightedTardinessHours(),
                shifted.weightedTardinessHours(),
                mended.weightedTardinessHours())
            .row(
                "orders on time, %",
                was.onTimePercent(), shifted.onTimePercent(), mended.onTimePercent()));
  }
}
