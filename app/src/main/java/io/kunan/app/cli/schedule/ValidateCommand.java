package io.kunan.app.cli.schedule;

import io.kunan.app.cli.Answers;
import io.kunan.app.cli.NoSolutionException;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.Problem;
import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.ScheduleCheck;
import io.kunan.engine.optimise.ScheduleFile;
import io.kunan.engine.optimise.plant.PlantCheck;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a plan against its problem. */
@Command(
    name = "validate",
    description = {
      "Checks a plan against its problem, from the definition alone.",
      "Exit 0 when it is valid, 4 when it is not."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class ValidateCommand implements Runnable {
  @Parameters(index = "0", paramLabel = "FILE", description = "The problem.")
  private String file = "";

  @Parameters(index = "1", paramLabel = "PLAN", description = "A plan written by solve --out.")
  private String plan = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "One of " + ScheduleFormat.NAMES + ".")
  private String format = "";

  @Mixin private Answers answers = new Answers();

  /**
   * What {@code schedule validate} answers.
   *
   * @param violations one sentence each, the first 20
   */
  record Answer(boolean valid, double objective, List<String> violations) {}

  @Override
  public void run() {
    ScheduleFormat form = ScheduleFormat.named(format);
    Answer answer;
    if (form.shop().isPresent()) {
      Problem problem = form.shop().get().read(file);
      Schedule schedule = ScheduleFile.read(plan, problem);
      List<String> violations = ScheduleCheck.violations(problem, schedule);
      answer = new Answer(violations.isEmpty(), schedule.makespan(), violations);
    } else {
      PlantProblem plant =
          form == ScheduleFormat.REFERENCE ? PlantFile.readReference(file) : PlantFile.read(file);
      PlantPlan placed = PlantFile.readPlan(plan, plant);
      List<String> violations = PlantCheck.violations(plant, placed);
      answer =
          new Answer(violations.isEmpty(), PlantFigures.of(plant, placed).objective(), violations);
    }
    TextTable table = new TextTable("", "", "").row("valid", answer.valid());
    table.row("objective", answer.objective());
    answer.violations().forEach(violation -> table.row("", violation));
    answers.print(answer, table);
    if (!answer.valid()) {
      throw new NoSolutionException("the plan is not valid: " + answer.violations().getFirst());
    }
  }
}
