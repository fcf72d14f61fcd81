package io.kunan.app.cli.schedule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.optimise.Problem;
import io.kunan.engine.optimise.Solution;
import io.kunan.engine.optimise.SolveStatus;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSolution;
import org.jspecify.annotations.Nullable;

/**
 * What {@code schedule solve} answers; what has no meaning for the format is left out.
 *
 * @param objective what was made small
 * @param lowerBound no plan has a smaller objective; left out when nothing better than 0 is known
 * @param valid the independent check found nothing
 * @param bestRuleObjective objective of the best dispatch rule alone
 * @param timeIndexedVariables of the same problem with a variable for each operation, machine and
 *     time unit: allowed (operation, machine) pairs × length of the plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SolveAnswer(
    double objective,
    @Nullable Long makespan,
    @Nullable Double weightedTardinessHours,
    @Nullable Double onTimePercent,
    @Nullable Double lowerBound,
    SolveStatus status,
    double firstPlanSeconds,
    double seconds,
    boolean valid,
    long iterations,
    long operations,
    long timeIndexedVariables,
    @Nullable Double setupHours,
    @Nullable Double bestRuleObjective) {

  static SolveAnswer of(Problem problem, Solution solution) {
    return new SolveAnswer(
        solution.makespan(),
        (long) solution.makespan(),
        null,
        null,
        (double) solution.lowerBound(),
        solution.status(),
        solution.firstPlanSeconds(),
        solution.seconds(),
        true,
        solution.iterations(),
        problem.operations(),
        problem.timeIndexedVariables(solution.makespan()),
        null,
        null);
  }

  static SolveAnswer of(PlantProblem plant, PlantSolution solution) {
    PlantFigures figures = solution.figures();
    double byRule = solution.bestRuleObjective();
    return new SolveAnswer(
        figures.objective(),
        (long) figures.makespan(),
        figures.weightedTardinessHours(),
        figures.onTimePercent(),
        solution.lowerBound() > 0 ? (Double) solution.lowerBound() : null,
        solution.status(),
        solution.firstPlanSeconds(),
        solution.seconds(),
        true,
        solution.iterations(),
        plant.operations(),
        plant.timeIndexedVariables(figures.makespan()),
        figures.setupHours(),
        Double.isFinite(byRule) ? (Double) byRule : null);
  }

  /** For people. */
  TextTable table() {
    TextTable table = new TextTable("", "", "").row("status", status).row("objective", objective);
    if (makespan != null) {
      table.row("makespan", makespan);
    }
    if (weightedTardinessHours != null) {
      table.row("weighted tardiness, h", weightedTardinessHours);
    }
    if (onTimePercent != null) {
      table.row("orders on time, %", onTimePercent);
    }
    if (lowerBound != null) {
      table.row("lower bound", lowerBound);
    }
    if (setupHours != null) {
      table.row("set-up, h", setupHours);
    }
    if (bestRuleObjective != null) {
      table.row("objective of the best rule", bestRuleObjective);
    }
    return table
        .row("first plan after, s", "%.2f".formatted(firstPlanSeconds))
        .row("seconds", "%.1f".formatted(seconds))
        .row("moves", iterations)
        .row("operations", operations)
        .row("time-indexed variables avoided", timeIndexedVariables);
  }
}
