package io.kunan.engine.optimise.internal.flow;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.FlowShopProblem;
import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.Workers;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Several chains of iterated greedy side by side. A chain that has fallen behind for long goes on
 * from the best sequence. Their number is fixed and they are taken back in turn, so that threads
 * change nothing but the time.
 */
public final class FlowShopSearch {
  private static final int CHAINS = 4;
  private static final long SLICE = 50;
  private static final int SLICES_BEHIND = 400;

  private final FlowShopProblem problem;
  private final SolveOptions options;
  private final Stopwatch time;
  private final Consumer<Schedule> found;
  private final int lowerBound;
  private double firstPlanSeconds;
  private long iterations;
  private int[] best = new int[0];
  private int bestMakespan = Integer.MAX_VALUE;

  public FlowShopSearch(
      FlowShopProblem problem, SolveOptions options, Stopwatch time, Consumer<Schedule> found) {
    this.problem = problem;
    this.options = options;
    this.time = time;
    this.found = found;
    lowerBound = bound();
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

  /** The best plan found. */
  public Schedule run() throws InterruptedException {
    FlowChain first = new FlowChain(problem, FastRandom.mixed(options.seed()));
    keep(first);
    firstPlanSeconds = time.seconds();
    if (options.engine() != Engine.RULES) {
      try (Workers workers = new Workers(options.threads())) {
        search(workers, first);
      }
    }
    return schedule(best);
  }

  private record Slice(FlowChain chain, long promised, int behind, Future<Long> done) {}

  private void search(Workers workers, FlowChain first) throws InterruptedException {
    long most = options.iterations() == null ? Long.MAX_VALUE : options.iterations();
    Deque<Slice> running = new ArrayDeque<>();
    long promised = 0;
    for (int c = 0; c < CHAINS && promised < most; c++) {
      FlowChain chain =
          c == 0 ? first : new FlowChain(problem, FastRandom.mixed(options.seed() + c));
      long slice = Math.min(SLICE, most - promised);
      promised += slice;
      running.add(submit(workers, chain, slice, 0));
    }
    while (!running.isEmpty()) {
      Slice slice = running.remove();
      long done = result(slice.done());
      iterations += done;
      promised -= slice.promised() - done;
      boolean isBehind = slice.chain().bestMakespan() > bestMakespan;
      keep(slice.chain());
      int behind = isBehind ? slice.behind() + 1 : 0;
      if (behind >= SLICES_BEHIND) {
        slice.chain().restart(best, bestMakespan);
        behind = 0;
      }
      long next = Math.min(SLICE, most - promised);
      if (next > 0 && !time.isOver() && bestMakespan > lowerBound) {
        promised += next;
        running.add(submit(workers, slice.chain(), next, behind));
      }
    }
  }

  private Slice submit(Workers workers, FlowChain chain, long slice, int behind) {
    return new Slice(
        chain, slice, behind, workers.submit(() -> chain.run(slice, lowerBound, time::isOver)));
  }

  private static long result(Future<Long> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a search thread failed", e.getCause());
    }
  }

  private void keep(FlowChain chain) {
    if (chain.bestMakespan() < bestMakespan) {
      best = chain.best().clone();
      bestMakespan = chain.bestMakespan();
      found.accept(schedule(best));
    }
  }

  private Schedule schedule(int[] sequence) {
    int machines = problem.machines();
    int[] machine = new int[problem.operations()];
    int[] start = new int[machine.length];
    int[] end = new int[machine.length];
    int[] free = new int[machines];
    for (int job : sequence) {
      int ready = 0;
      for (int m = 0; m < machines; m++) {
        int v = job * machines + m;
        machine[v] = m;
        start[v] = Math.max(ready, free[m]);
        end[v] = start[v] + problem.duration(job, m);
        ready = end[v];
        free[m] = ready;
      }
    }
    return new Schedule(machine, start, end);
  }

  /** For every machine: its work, the shortest way to it and the shortest way from it. */
  private int bound() {
    int bound = 0;
    for (int m = 0; m < problem.machines(); m++) {
      int work = 0;
      int before = Integer.MAX_VALUE;
      int behind = Integer.MAX_VALUE;
      for (int j = 0; j < problem.jobs(); j++) {
        work += problem.duration(j, m);
        before = Math.min(before, along(j, 0, m));
        behind = Math.min(behind, along(j, m + 1, problem.machines()));
      }
      bound = Math.max(bound, before + work + behind);
    }
    for (int j = 0; j < problem.jobs(); j++) {
      bound = Math.max(bound, along(j, 0, problem.machines()));
    }
    return bound;
  }

  private int along(int job, int from, int to) {
    int length = 0;
    for (int m = from; m < to; m++) {
      length += problem.duration(job, m);
    }
    return length;
  }
}
