package io.kunan.engine.optimise;

import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.exact.ShopExact;
import io.kunan.engine.optimise.internal.flow.FlowShopSearch;
import io.kunan.engine.optimise.internal.shop.ShopSearch;
import io.kunan.kernel.InputException;
import java.util.List;
import java.util.function.Consumer;

/** Finds short plans for shops; the entry of this engine for {@link Problem}s. */
public final class ShopSolver {
  /** Operations up to which CP-SAT has a chance to prove a shop in seconds. */
  private static final int MOST_TO_PROVE = 120;

  /** Of the time, when CP-SAT proves the rest. */
  private static final double SEARCH_SHARE = 0.7;

  private final Problem problem;
  private final SolveOptions options;
  private final SolveMonitor<Schedule> monitor;
  private final Stopwatch time;

  private ShopSolver(Problem problem, SolveOptions options, SolveMonitor<Schedule> monitor) {
    this.problem = problem;
    this.options = options;
    this.monitor = monitor;
    time = new Stopwatch(options, monitor::isStopRequested);
  }

  /**
   * Solves a problem.
   *
   * @param monitor told of every better plan; may stop the search
   * @return the best plan found, checked
   * @throws InterruptedException when the calling thread is interrupted
   */
  public static Solution solve(
      Problem problem, SolveOptions options, SolveMonitor<Schedule> monitor)
      throws InterruptedException {
    return new ShopSolver(problem, options, monitor).solve();
  }

  private Solution solve() throws InterruptedException {
    Consumer<Schedule> found = plan -> monitor.improved(plan, plan.makespan(), time.seconds());
    Solution solution =
        switch (problem) {
          case ShopProblem shop -> shop(shop, found);
          case FlowShopProblem flow -> flow(new FlowShopSearch(flow, options, time, found));
        };
    List<String> violations = ScheduleCheck.violations(problem, solution.schedule());
    if (!violations.isEmpty()) {
      throw new IllegalStateException("the plan breaks its own rules: " + violations.getFirst());
    }
    return solution;
  }

  private Solution shop(ShopProblem shop, Consumer<Schedule> found) throws InterruptedException {
    if (options.engine() == Engine.CPSAT) {
      return exactAlone(shop);
    }
    boolean isProofMeant =
        options.engine() == Engine.AUTO
            && options.limit() != null
            && shop.operations() <= MOST_TO_PROVE
            && ShopExact.isAvailable();
    ShopSearch search = new ShopSearch(shop, options, time, found);
    Schedule plan = search.run(isProofMeant ? SEARCH_SHARE : 1);
    int bound = search.lowerBound();
    if (isProofMeant && plan.makespan() > bound && !time.isOver()) {
      ShopExact.Result exact =
          new ShopExact(shop, plan).solve(time, options.threads(), options.seed(), 1);
      if (exact.schedule() != null) {
        plan = exact.schedule();
        found.accept(plan);
      }
      bound = exact.isProved() ? plan.makespan() : Math.max(bound, exact.bound());
    }
    return solution(plan, bound, search.firstPlanSeconds(), search.iterations());
  }

  private Solution exactAlone(ShopProblem shop) throws InterruptedException {
    ShopExact.Result exact =
        new ShopExact(shop, null).solve(time, options.threads(), options.seed(), 1);
    if (exact.schedule() == null) {
      throw new NoPlanException("CP-SAT found no plan in the time given");
    }
    return solution(exact.schedule(), exact.bound(), exact.firstSeconds(), 0);
  }

  private Solution flow(FlowShopSearch search) throws InterruptedException {
    if (options.engine() == Engine.CPSAT) {
      throw new InputException(
          "--engine", "CP-SAT plans no permutation flow shops", "use auto or search");
    }
    Schedule plan = search.run();
    return solution(plan, search.lowerBound(), search.firstPlanSeconds(), search.iterations());
  }

  private Solution solution(Schedule plan, int bound, double first, long iterations) {
    return new Solution(plan, plan.makespan(), bound, first, time.seconds(), iterations);
  }
}
