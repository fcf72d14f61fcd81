package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.Workers;
import java.util.Objects;
import java.util.function.Consumer;

/** Rules and local search for one job shop. */
public final class ShopSearch {
  private static final double[] PATIENCES = {0, 1};
  private static final int SMALL = 225;
  private static final int LARGE = 5_000;

  /** Plans of large problems are told of no more often. */
  private static final double PAUSE_SECONDS = 0.5;

  private final ShopProblem problem;
  private final SolveOptions options;
  private final Stopwatch time;
  private final Consumer<Schedule> found;
  private final int lowerBound;
  private double firstPlanSeconds;
  private long iterations;

  /**
   * @param found told of every better plan, never from two threads at once
   */
  public ShopSearch(
      ShopProblem problem, SolveOptions options, Stopwatch time, Consumer<Schedule> found) {
    this.problem = problem;
    this.options = options;
    this.time = time;
    this.found = found;
    lowerBound = ShopBound.of(problem);
  }

  public int lowerBound() {
    return lowerBound;
  }

  public double firstPlanSeconds() {
    return firstPlanSeconds;
  }

  public long iterations() {
    return iterations;
  }

  /**
   * The best plan found.
   *
   * @param share of the time limit to use, 0 to 1
   */
  public Schedule run(double share) throws InterruptedException {
    Incumbent incumbent = new Incumbent(share);
    Sequence best = byRules(incumbent);
    if (options.engine() != Engine.RULES && best.makespan() > lowerBound) {
      EvolvingSearch search =
          new EvolvingSearch(problem, best, options.seed(), settings(), incumbent);
      try (Workers workers = new Workers(options.threads())) {
        Long most = options.iterations();
        best = search.run(workers, most == null ? Long.MAX_VALUE : most);
      }
      iterations = search.iterations();
    }
    return schedule(best);
  }

  private Sequence byRules(Incumbent incumbent) {
    Dispatcher dispatcher = new Dispatcher(problem);
    FastRandom random = new FastRandom(options.seed());
    Sequence best = null;
    for (DispatchRule rule : DispatchRule.values()) {
      for (double patience : PATIENCES) {
        if (best != null && (incumbent.isOver() || time.isPast(0.1))) {
          return best;
        }
        Sequence plan = dispatcher.dispatch(rule, patience, 0, random);
        if (best == null) {
          firstPlanSeconds = time.seconds();
        }
        if (best == null || plan.makespan() < best.makespan()) {
          best = plan;
          incumbent.found(plan);
        }
      }
    }
    return Objects.requireNonNull(best);
  }

  private SearchSettings settings() {
    int n = problem.operations();
    if (n > LARGE) {
      return new SearchSettings(2, 20L * n, Long.MAX_VALUE >> 2, Integer.MAX_VALUE, true);
    }
    return new SearchSettings(
        n <= SMALL ? 12 : 20, Math.max(4_000, 8L * n), Long.MAX_VALUE >> 2, 200, false);
  }

  private Schedule schedule(Sequence plan) {
    PlanGraph graph = new PlanGraph(problem);
    graph.load(plan.order(), plan.alternative());
    return graph.schedule();
  }

  /** The best plan so far, shared by all threads. */
  private final class Incumbent implements Watch {
    private final double share;
    private int makespan = Integer.MAX_VALUE;
    private double told = Double.NEGATIVE_INFINITY;

    Incumbent(double share) {
      this.share = share;
    }

    @Override
    public boolean isOver() {
      return time.isPast(share);
    }

    @Override
    public int lowerBound() {
      return lowerBound;
    }

    @Override
    public synchronized void found(Sequence better) {
      boolean isSoon = problem.operations() > LARGE && time.seconds() - told < PAUSE_SECONDS;
      if (better.makespan() < makespan && !isSoon) {
        told = time.seconds();
        makespan = better.makespan();
        found.accept(schedule(better));
      }
    }
  }
}
