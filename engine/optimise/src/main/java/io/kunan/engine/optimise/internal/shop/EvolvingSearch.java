package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Tabu search from many starts: first from dispatched plans, then from plans between two of the
 * elite. Runs are handed out and taken back in a fixed order, always the same number in flight, so
 * that the number of threads and their speed change nothing but the time it takes.
 */
final class EvolvingSearch {
  private static final int IN_FLIGHT = 4;

  private final SearchSettings settings;
  private final Watch watch;
  private final FastRandom random;
  private final Relinking relinking;
  private final EliteSet elite;
  private final ThreadLocal<TabuSearch> worker;
  private final Dispatcher dispatcher;
  private Sequence best;
  private long iterations;
  private long tasks;
  private int fruitless;

  EvolvingSearch(
      ShopProblem problem, Sequence first, long seed, SearchSettings settings, Watch watch) {
    this.settings = settings;
    this.watch = watch;
    best = first;
    random = new FastRandom(seed);
    relinking = new Relinking(problem);
    dispatcher = new Dispatcher(problem);
    elite = new EliteSet(problem, settings.elite());
    worker = ThreadLocal.withInitial(() -> new TabuSearch(problem));
  }

  /** Runs until the watch says stop, the bound is met or the iterations are used up. */
  Sequence run(Workers threads, long maxIterations) throws InterruptedException {
    Deque<Run> running = new ArrayDeque<>();
    long promised = 0;
    while (true) {
      while (running.size() < IN_FLIGHT && goesOn() && promised < maxIterations) {
        long limit = Math.min(settings.limit(), maxIterations - promised);
        promised += limit;
        running.add(new Run(submit(threads, limit), limit));
      }
      if (running.isEmpty()) {
        return best;
      }
      Run run = running.remove();
      TabuSearch.Result result = taken(run.result());
      promised -= run.limit() - result.iterations();
      absorb(result);
    }
  }

  /** A run handed out, and the most iterations it may use. */
  private record Run(Future<TabuSearch.Result> result, long limit) {}

  long iterations() {
    return iterations;
  }

  private boolean goesOn() {
    return !watch.isOver() && best.makespan() > watch.lowerBound();
  }

  private static TabuSearch.Result taken(Future<TabuSearch.Result> run)
      throws InterruptedException {
    try {
      return run.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a search thread failed", e.getCause());
    }
  }

  private Future<TabuSearch.Result> submit(Workers threads, long limit) {
    Sequence start = nextStart();
    long seed = FastRandom.mixed(random.next() + tasks++);
    return threads.submit(() -> worker.get().run(start, seed, settings.patience(), limit, watch));
  }

  private Sequence nextStart() {
    if (tasks == 0 || settings.isGreedy()) {
      return best;
    }
    if (elite.size() < 2 || tasks < settings.elite()) {
      DispatchRule[] rules = DispatchRule.values();
      DispatchRule rule = rules[random.below(rules.length)];
      return dispatcher.dispatch(
          rule, random.below(101) / 100.0, 0.1 + 0.4 * random.below(100) / 100.0, random);
    }
    int one = random.below(elite.size());
    int other = random.below(elite.size() - 1);
    other += other >= one ? 1 : 0;
    return relinking.between(elite.get(one), elite.get(other), 30 + random.below(41), random);
  }

  private void absorb(TabuSearch.Result result) {
    iterations += result.iterations();
    Sequence plan = result.best();
    boolean isNew = elite.add(plan);
    fruitless = isNew ? 0 : fruitless + 1;
    if (plan.makespan() < best.makespan()) {
      best = plan;
    }
    if (fruitless >= settings.staleAfter()) {
      fruitless = 0;
      tasks = 1;
      elite.clear();
      elite.add(best);
    }
  }
}
