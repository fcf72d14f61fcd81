package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.SolveStatus;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.exact.PlantExact;
import io.kunan.engine.optimise.internal.plant.PlantSearch;
import io.kunan.kernel.InputException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans a plant; the entry of this engine for {@link PlantProblem}s. */
public final class PlantSolver {
  private static final double EQUAL = 1e-6;

  /** Of the time, when CP-SAT proves the rest. */
  private static final double SEARCH_SHARE = 0.25;

  /** What is to be done after the search takes so much longer than one check of a plan. */
  private static final double CLOSING = 3;

  private PlantSolver() {}

  /**
   * Plans from nothing.
   *
   * @param monitor told of every better plan; may stop the search
   * @throws InterruptedException when the calling thread is interrupted
   */
  public static PlantSolution solve(
      PlantProblem problem, SolveOptions options, SolveMonitor<PlantPlan> monitor)
      throws InterruptedException {
    return solve(problem, null, options, monitor);
  }

  /**
   * Plans from nothing what is to be done from a minute on.
   *
   * @param now minute before which nothing starts but what is frozen
   */
  public static PlantSolution solve(
      PlantProblem problem, int now, SolveOptions options, SolveMonitor<PlantPlan> monitor)
      throws InterruptedException {
    Run run = new Run(problem, null, options, monitor);
    run.search.notBefore(now);
    return run.solve();
  }

  /**
   * Goes on from a plan, such as after a machine went down: the sequences are kept, times follow
   * from what the problem now says, and the search betters them. With the goal {@code moved} the
   * result stays near to the plan.
   */
  public static PlantSolution solve(
      PlantProblem problem,
      @Nullable PlantPlan from,
      SolveOptions options,
      SolveMonitor<PlantPlan> monitor)
      throws InterruptedException {
    return new Run(problem, from, options, monitor).solve();
  }

  /**
   * Plans what is still to come of a plan under way.
   *
   * @param now minute before which nothing starts but what is frozen
   */
  public static PlantSolution solveFrom(
      PlantProblem problem,
      PlantPlan from,
      int now,
      SolveOptions options,
      SolveMonitor<PlantPlan> monitor)
      throws InterruptedException {
    Run run = new Run(problem, from, options.withEngine(Engine.SEARCH), monitor);
    run.search.notBefore(now);
    return run.solve();
  }

  private static final class Run {
    private final PlantProblem problem;
    private final @Nullable PlantPlan from;
    private final SolveOptions options;
    private final SolveMonitor<PlantPlan> monitor;
    private final Stopwatch time;
    private final PlantSearch search;
    private final @Nullable String refusal;
    private double bound;
    private boolean isFirstFound;

    Run(
        PlantProblem problem,
        @Nullable PlantPlan from,
        SolveOptions options,
        SolveMonitor<PlantPlan> monitor) {
      this.problem = problem;
      this.from = from;
      this.options = options;
      this.monitor = monitor;
      time = new Stopwatch(options, monitor::isStopRequested);
      boolean isExactMeant =
          options.engine() == Engine.CPSAT
              || (options.engine() == Engine.AUTO && options.limit() != null);
      refusal = isExactMeant ? PlantExact.refusal(problem) : "not asked";
      double share = refusal == null ? SEARCH_SHARE : 1;
      search = new PlantSearch(problem, from, options, time, share, this::found);
      bound = search.lowerBound();
    }

    private void found(PlantPlan plan) {
      if (!isFirstFound) {
        isFirstFound = true;
        double begin = time.seconds();
        PlantCheck.violations(problem, plan);
        time.reserve(CLOSING * (time.seconds() - begin));
      }
      monitor.improved(plan, objective(plan), time.seconds());
    }

    private double objective(PlantPlan plan) {
      return PlantFigures.of(problem, plan).objective();
    }

    PlantSolution solve() throws InterruptedException {
      if (options.engine() == Engine.CPSAT && refusal != null) {
        throw new InputException("--engine", refusal, "use auto or search");
      }
      if (options.engine() == Engine.CPSAT) {
        PlantExact.Result exact = exact(Integer.MAX_VALUE >> 8);
        if (exact.plan() == null) {
          throw new NoPlanException("CP-SAT found no plan in the time given");
        }
        return solution(search.earliest(exact.plan()), exact.firstSeconds());
      }
      PlantPlan plan = from == null ? search.run() : search.run(from);
      if (refusal == null && objective(plan) > bound + EQUAL && !time.isOver()) {
        PlantPlan other = exact(2 * plan.makespan() + 1).plan();
        if (other != null && objective(search.earliest(other)) < objective(plan) - EQUAL) {
          plan = search.earliest(other);
          found(plan);
        }
      }
      return solution(plan, search.firstPlanSeconds());
    }

    private PlantExact.Result exact(int horizon) throws InterruptedException {
      PlantExact.Result result =
          new PlantExact(problem, horizon).solve(time, options.threads(), options.seed(), 1);
      bound = Math.max(bound, result.bound());
      return result;
    }

    private PlantSolution solution(PlantPlan plan, double firstSeconds) {
      List<String> violations = PlantCheck.violations(problem, plan);
      if (!violations.isEmpty()) {
        throw new IllegalStateException("the plan breaks its own rules: " + violations.getFirst());
      }
      PlantFigures figures = PlantFigures.of(problem, plan);
      boolean isOptimal = figures.objective() <= bound + EQUAL;
      return new PlantSolution(
          plan,
          figures,
          isOptimal ? figures.objective() : bound,
          search.bestRuleCost(),
          isOptimal ? SolveStatus.OPTIMAL : SolveStatus.FEASIBLE,
          firstSeconds,
          time.seconds(),
          search.iterations());
    }
  }
}
