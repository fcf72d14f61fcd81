package io.kunan.engine.optimise;

import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.flow.FlowShopSearch;
import io.kunan.engine.optimise.internal.shop.ShopSearch;
import java.util.List;
import java.util.function.Consumer;

/** Finds short plans for shops; the entry of this engine for {@link Problem}s. */
public final class ShopSolver {
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
          case ShopProblem shop -> shop(new ShopSearch(shop, options, time, found));
          case FlowShopProblem flow -> flow(new FlowShopSearch(flow, options, time, found));
        };
    List<String> violations = ScheduleCheck.violations(problem, solution.schedule());
    if (!violations.isEmpty()) {
      throw new IllegalStateException("the plan breaks its own rules: " + violations.getFirst());
    }
    return solution;
  }

  private Solution shop(ShopSearch search) throws InterruptedException {
    Schedule plan = search.run(1);
    return solution(plan, search.lowerBound(), search.firstPlanSeconds(), search.iterations());
  }

  private Solution flow(FlowShopSearch search) throws InterruptedException {
    Schedule plan = search.run();
    return solution(plan, search.lowerBound(), search.firstPlanSeconds(), search.iterations());
  }

  private Solution solution(Schedule plan, int bound, double first, long iterations) {
    return new Solution(plan, plan.makespan(), bound, first, time.seconds(), iterations);
  }
}
