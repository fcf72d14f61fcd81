package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;

/**
 * Builds a plan operation by operation (Giffler and Thompson): on the machine that can finish an
 * operation first, one of those that could start before that end is chosen by rule. Of alternative
 * machines the one that finishes the operation first counts.
 */
final class Dispatcher {
  private final ShopProblem problem;
  private final long[] workLeft;
  private final int[] front;
  private final int[] jobReady;
  private final int[] machineReady;
  private final int[] way;
  private final int[] start;

  Dispatcher(ShopProblem problem) {
    this.problem = problem;
    workLeft = new long[problem.operations() + 1];
    front = new int[problem.jobs()];
    jobReady = new int[problem.jobs()];
    machineReady = new int[problem.machines()];
    way = new int[problem.jobs()];
    start = new int[problem.jobs()];
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
    for (int j = 0; j < problem.jobs(); j++) {
      front[j] = problem.firstOperation(j);
      jobReady[j] = 0;
    }
    java.util.Arrays.fill(machineReady, 0);
    int[] order = new int[problem.operations()];
    int[] alternative = new int[problem.operations()];
    int makespan = 0;
    for (int i = 0; i < order.length; i++) {
      int j = next(rule, patience, noise, random);
      int v = front[j]++;
      order[i] = v;
      alternative[v] = way[j];
      int end = start[j] + problem.duration(way[j]);
      jobReady[j] = end;
      machineReady[problem.machine(way[j])] = end;
      makespan = Math.max(makespan, end);
    }
    return new Sequence(order, alternative, makespan);
  }

  private int next(DispatchRule rule, double patience, double noise, FastRandom random) {
    int earliestEnd = Integer.MAX_VALUE;
    int first = -1;
    for (int j = 0; j < front.length; j++) {
      if (front[j] < problem.firstOperation(j + 1)) {
        int end = choose(j);
        if (end < earliestEnd || (end == earliestEnd && start[j] < start[first])) {
          earliestEnd = end;
          first = j;
        }
      }
    }
    int machine = problem.machine(way[first]);
    int earliestStart = start[first];
    for (int j = 0; j < front.length; j++) {
      if (waitsFor(j, machine)) {
        earliestStart = Math.min(earliestStart, start[j]);
      }
    }
    double limit = earliestStart + patience * (earliestEnd - earliestStart);
    int best = first;
    double bestValue = Double.NEGATIVE_INFINITY;
    int seen = 0;
    boolean byChance = noise > 0 && random.below(1_000) < 1_000 * noise;
    for (int j = 0; j < front.length; j++) {
      if (waitsFor(j, machine) && (start[j] == earliestStart || start[j] < limit)) {
        double value =
            byChance
                ? (random.below(++seen) == 0 ? seen : -1)
                : rule.value(
                    front[j],
                    jobReady[j],
                    problem.duration(way[j]),
                    workLeft[front[j]],
                    problem.firstOperation(j + 1) - front[j]);
        if (value > bestValue) {
          bestValue = value;
          best = j;
        }
      }
    }
    return best;
  }

  private boolean waitsFor(int j, int machine) {
    return front[j] < problem.firstOperation(j + 1) && problem.machine(way[j]) == machine;
  }

  /** Chooses the way of a job's next operation that ends first, and tells that end. */
  private int choose(int j) {
    int v = front[j];
    int earliestEnd = Integer.MAX_VALUE;
    for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
      int begin = Math.max(jobReady[j], machineReady[problem.machine(a)]);
      if (begin + problem.duration(a) < earliestEnd) {
        earliestEnd = begin + problem.duration(a);
        way[j] = a;
        start[j] = begin;
      }
    }
    return earliestEnd;
  }
}
