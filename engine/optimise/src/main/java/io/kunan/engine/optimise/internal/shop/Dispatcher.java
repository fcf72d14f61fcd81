package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;
import java.util.Arrays;

/**
 * Builds a plan operation by operation (Giffler and Thompson): on the machine that can finish an
 * operation first, one of those that could start before that end is chosen by rule. Of alternative
 * machines the one that finishes the operation first counts.
 */
final class Dispatcher {
  private static final int DONE = -1;

  private final ShopProblem problem;
  private final long[] workLeft;
  private final int[] front;
  private final int[] jobReady;
  private final int[] machineReady;
  private final boolean flexible;

  /** Of each job's next operation: how it would be done, where, and from when to when. */
  private final int[] way;

  private final int[] machine;
  private final int[] start;
  private final int[] end;

  Dispatcher(ShopProblem problem) {
    this.problem = problem;
    workLeft = new long[problem.operations() + 1];
    front = new int[problem.jobs()];
    jobReady = new int[problem.jobs()];
    machineReady = new int[problem.machines()];
    way = new int[problem.jobs()];
    start = new int[problem.jobs()];
    machine = new int[problem.jobs()];
    end = new int[problem.jobs()];
    flexible = problem.isFlexible();
    for (int j = 0; j < problem.jobs(); j++) {
      long work = 0;
      for (int v = problem.firstOperation(j + 1) - 1; v >= problem.firstOperation(j); v--) {
        work += shortest(v);
        workLeft[v] = work;
      }
    }
  }

  private int shortest(int v) {
    int shortest = Integer.MAX_VALUE;
    for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
      shortest = Math.min(shortest, problem.duration(a));
    }
    return shortest;
  }

  /**
   * @param rule chooses among those that could start
   * @param patience 0 never leaves a machine idle that has work, 1 lets every operation wait for
   *     that could start before the earliest end
   * @param noise share of the choice that is left to chance, 0 to 1
   */
  Sequence dispatch(DispatchRule rule, double patience, double noise, FastRandom random) {
    Arrays.fill(jobReady, 0);
    Arrays.fill(machineReady, 0);
    for (int j = 0; j < front.length; j++) {
      front[j] = problem.firstOperation(j);
      choose(j);
    }
    int[] order = new int[problem.operations()];
    int[] alternative = new int[problem.operations()];
    int makespan = 0;
    for (int i = 0; i < order.length; i++) {
      int j = next(rule, patience, noise, random);
      int v = front[j]++;
      order[i] = v;
      alternative[v] = way[j];
      makespan = Math.max(makespan, end[j]);
      place(j);
    }
    return new Sequence(order, alternative, makespan);
  }

  /** Takes a job's chosen operation as done, and looks again at whoever that concerns. */
  private void place(int job) {
    int busy = machine[job];
    jobReady[job] = end[job];
    machineReady[busy] = end[job];
    choose(job);
    for (int j = 0; j < front.length; j++) {
      if (machine[j] == busy || (flexible && machine[j] != DONE)) {
        choose(j);
      }
    }
  }

  private int next(DispatchRule rule, double patience, double noise, FastRandom random) {
    int first = 0;
    for (int j = 1; j < front.length; j++) {
      if (end[j] < end[first] || (end[j] == end[first] && start[j] < start[first])) {
        first = j;
      }
    }
    int earliestStart = start[first];
    for (int j = 0; j < front.length; j++) {
      if (machine[j] == machine[first]) {
        earliestStart = Math.min(earliestStart, start[j]);
      }
    }
    double limit = earliestStart + patience * (end[first] - earliestStart);
    boolean byChance = noise > 0 && random.below(1_000) < 1_000 * noise;
    int best = first;
    double bestValue = Double.NEGATIVE_INFINITY;
    int seen = 0;
    for (int j = 0; j < front.length; j++) {
      if (machine[j] == machine[first] && (start[j] == earliestStart || start[j] < limit)) {
        double value = byChance ? (random.below(++seen) == 0 ? seen : -1) : value(rule, j);
        if (value > bestValue) {
          bestValue = value;
          best = j;
        }
      }
    }
    return best;
  }

  private double value(DispatchRule rule, int j) {
    int v = front[j];
    int stepsLeft = problem.firstOperation(j + 1) - v;
    return rule.value(v, jobReady[j], end[j] - start[j], workLeft[v], stepsLeft);
  }

  /** Chooses the way of a job's next operation that ends first. */
  private void choose(int j) {
    int v = front[j];
    end[j] = Integer.MAX_VALUE;
    start[j] = Integer.MAX_VALUE;
    machine[j] = DONE;
    if (v == problem.firstOperation(j + 1)) {
      return;
    }
    for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
      int begin = Math.max(jobReady[j], machineReady[problem.machine(a)]);
      if (begin + problem.duration(a) < end[j]) {
        end[j] = begin + problem.duration(a);
        way[j] = a;
        start[j] = begin;
        machine[j] = problem.machine(a);
      }
    }
  }
}
