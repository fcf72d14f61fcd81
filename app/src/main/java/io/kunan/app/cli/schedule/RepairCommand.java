package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveOptions;
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

  @Option(names = "--out", paramLabel = "PLAN", description = "Writes the mended plan.")
  private @Nullable Path out;

  @Mixin private Answers answers = new Answers();

  /** What {@code schedule repair} answers. */
  record Answer(
      int movedOperations,
      double movedHours,
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
    PlantProblem plant = PlantFile.read(file);
    PlantPlan before = PlantFile.readPlan(plan, plant);
    Duration limit = Duration.ofNanos((long) (seconds * 1e9));
    Repair repair =
        Repair.of(plant, before, now, new SolveOptions(Engine.SEARCH, limit, null, 1, 1));
    if (out != null) {
      PlantFile.writePlan(out, plant, repair.plan());
    }
    Answer answer =
        new Answer(
            repair.moved().operations(),
            repair.moved().hours(),
            repair.figures().weightedTardinessHours(),
            repair.figures().onTimePercent(),
            repair.shiftedMoved().operations(),
            repair.shifted().weightedTardinessHours(),
            repair.seconds());
    answers.print(
        answer,
        new TextTable("", "", "mended", "shifted to the right")
            .row("moved operations", answer.movedOperations(), answer.shiftedMovedOperations())
            .row(
                "weighted tardiness, h",
                answer.weightedTardinessHours(),
                answer.shiftedWeightedTardinessHours())
            .row("orders on time, %", answer.onTimePercent(), repair.shifted().onTimePercent()));
  }
}
