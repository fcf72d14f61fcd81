package io.kunan.benchmark.schedule;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantGenerator;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSolution;
import io.kunan.engine.optimise.plant.PlantSolver;
import io.kunan.kernel.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The generated plate and strip plant, seed by seed: the best of the 16 dispatch rules against the
 * search. A virtual plant; its figures say nothing about a real one.
 */
public final class PlantBenchmark {
  /**
   * One plant.
   *
   * @param ruleTardiness weighted hours late by the best rule
   * @param tardiness by the search
   * @param gainPercent how much less
   */
  public record Row(
      long seed,
      int operations,
      double ruleTardiness,
      double ruleOnTimePercent,
      double tardiness,
      double onTimePercent,
      double gainPercent,
      double firstPlanSeconds,
      double seconds,
      long moves) {}

  private final int orders;
  private final int days;
  private final List<Long> seeds;
  private final Duration limit;
  private final int threads;

  public PlantBenchmark(int orders, int days, List<Long> seeds, int seconds, int threads) {
    this.orders = orders;
    this.days = days;
    this.seeds = List.copyOf(seeds);
    limit = Duration.ofSeconds(seconds);
    this.threads = threads;
  }

  /** Plans one after the other. */
  public List<Row> run(Progress progress) throws InterruptedException {
    List<Row> rows = new ArrayList<>();
    for (long seed : seeds) {
      progress.report(rows.size(), seeds.size(), "seed " + seed);
      PlantProblem plant = PlantGenerator.generate(orders, days, seed);
      PlantFigures rule =
          PlantSolver.solve(
                  plant, new SolveOptions(Engine.RULES, null, null, 1, 1), SolveMonitor.none())
              .figures();
      PlantSolution solution =
          PlantSolver.solve(plant, SolveOptions.within(limit, threads, 1), SolveMonitor.none());
      PlantFigures figures = solution.figures();
      rows.add(
          new Row(
              seed,
              plant.operations(),
              rule.weightedTardinessHours(),
              rule.onTimePercent(),
              figures.weightedTardinessHours(),
              figures.onTimePercent(),
              100 * (1 - figures.weightedTardinessHours() / rule.weightedTardinessHours()),
              solution.firstPlanSeconds(),
              solution.seconds(),
              solution.iterations()));
    }
    return rows;
  }
}
