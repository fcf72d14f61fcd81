package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Lengths no plan can beat: every job's own, and for every machine the best plan with breaks of the
 * operations only it can do, each ready after the work before it in its job and followed by the
 * work behind it (Jackson's preemptive schedule).
 */
final class ShopBound {
  private final ShopProblem problem;
  private final int[] shortest;
  private final int[] ready;
  private final int[] rest;

  private ShopBound(ShopProblem problem) {
    this.problem = problem;
    int n = problem.operations();
    shortest = new int[n];
    ready = new int[n];
    rest = new int[n];
  }

  static int of(ShopProblem problem) {
    return new ShopBound(problem).bound();
  }

  private int bound() {
    int bound = 0;
    List<List<Integer>> onMachine = new ArrayList<>();
    for (int m = 0; m < problem.machines(); m++) {
      onMachine.add(new ArrayList<>());
    }
    long work = 0;
    for (int v = 0; v < shortest.length; v++) {
      shortest[v] = Integer.MAX_VALUE;
      for (int a = problem.firstAlternative(v); a < problem.firstAlternative(v + 1); a++) {
        shortest[v] = Math.min(shortest[v], problem.duration(a));
      }
      if (hasOneMachine(v)) {
        onMachine.get(problem.machine(problem.firstAlternative(v))).add(v);
      }
      work += shortest[v];
    }
    for (int j = 0; j < problem.jobs(); j++) {
      bound = Math.max(bound, along(problem.firstOperation(j), problem.firstOperation(j + 1)));
    }
    for (List<Integer> operations : onMachine) {
      bound = Math.max(bound, jackson(operations));
    }
    long machines = Math.max(1, problem.machines());
    return (int) Math.max(bound, (work + machines - 1) / machines);
  }

  private boolean hasOneMachine(int v) {
    int first = problem.firstAlternative(v);
    for (int a = first + 1; a < problem.firstAlternative(v + 1); a++) {
      if (problem.machine(a) != problem.machine(first)) {
        return false;
      }
    }
    return true;
  }

  private int along(int from, int to) {
    int length = 0;
    for (int v = from; v < to; v++) {
      ready[v] = length;
      length += shortest[v];
    }
    for (int v = from; v < to; v++) {
      rest[v] = length - ready[v] - shortest[v];
    }
    return length;
  }

  /** Always the ready operation with most work behind it, interrupted by a more urgent one. */
  private int jackson(List<Integer> operations) {
    operations.sort(Comparator.comparingInt(v -> ready[v]));
    PriorityQueue<int[]> open =
        new PriorityQueue<>(Comparator.<int[]>comparingInt(o -> rest[o[0]]).reversed());
    int next = 0;
    int now = 0;
    int longest = 0;
    while (next < operations.size() || !open.isEmpty()) {
      if (open.isEmpty()) {
        now = Math.max(now, ready[operations.get(next)]);
      }
      while (next < operations.size() && ready[operations.get(next)] <= now) {
        int v = operations.get(next++);
        open.add(new int[] {v, shortest[v]});
      }
      int[] urgent = open.remove();
      int until = next < operations.size() ? ready[operations.get(next)] : Integer.MAX_VALUE;
      int done = Math.min(urgent[1], until - now);
      now += done;
      urgent[1] -= done;
      if (urgent[1] > 0) {
        open.add(urgent);
      } else {
        longest = Math.max(longest, now + rest[urgent[0]]);
      }
    }
    return longest;
  }
}
