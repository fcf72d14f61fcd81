package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.Schedule;
import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;
import java.util.Arrays;

/**
 * The plan as a graph in primitive arrays: each operation waits for the one before it in its job
 * and the one before it on its machine. Keeps a topological order and, for each operation, the
 * longest way from the start of the plan up to its end and from its start to the end of the plan.
 *
 * <p>After a move only the part of the order between the old and the new place is sorted anew, and
 * times are carried on only as far as they change. The operation number {@link #none} stands for
 * "no operation": its times are zero, so that no loop asks.
 */
final class PlanGraph {
  final ShopProblem problem;
  final int none;

  /** The operations before and after in the job. */
  final int[] jobBefore;

  final int[] jobAfter;

  /** The operations before and after on the machine. */
  final int[] machineBefore;

  final int[] machineAfter;

  final int[] machineFirst;
  final int[] alternative;
  final int[] machine;
  final int[] duration;

  /** End of an operation when everything starts as early as it can. */
  final int[] head;

  /** From the start of an operation, its own duration included, to the end of the plan. */
  final int[] tail;

  final int[] order;
  final int[] position;

  private final int[] jobLast;
  private final int[] mark;
  private final int[] kept;
  private final int[] moved;
  private int epoch;

  PlanGraph(ShopProblem problem) {
    this.problem = problem;
    none = problem.operations();
    int size = none + 1;
    jobBefore = filled(size);
    jobAfter = filled(size);
    machineBefore = filled(size);
    machineAfter = filled(size);
    machineFirst = filled(problem.machines());
    alternative = new int[size];
    machine = new int[size];
    duration = new int[size];
    head = new int[size];
    tail = new int[size];
    order = new int[none];
    position = new int[size];
    mark = new int[size];
    kept = new int[size];
    moved = new int[size];
    jobLast = new int[problem.jobs()];
    for (int j = 0; j < problem.jobs(); j++) {
      int first = problem.firstOperation(j);
      int end = problem.firstOperation(j + 1);
      jobLast[j] = end > first ? end - 1 : none;
      for (int v = first; v < end - 1; v++) {
        jobAfter[v] = v + 1;
        jobBefore[v + 1] = v;
      }
    }
  }

  private int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, none);
    return array;
  }

  /** Takes over a plan. */
  void load(int[] newOrder, int[] newAlternative) {
    System.arraycopy(newOrder, 0, order, 0, none);
    System.arraycopy(newAlternative, 0, alternative, 0, none);
    Arrays.fill(machineFirst, none);
    int[] last = machineLast();
    for (int i = 0; i < none; i++) {
      int v = order[i];
      position[v] = i;
      place(v, alternative[v]);
      int before = last[machine[v]];
      machineBefore[v] = before;
      machineAfter[v] = none;
      if (before == none) {
        machineFirst[machine[v]] = v;
      } else {
        machineAfter[before] = v;
      }
      last[machine[v]] = v;
    }
    recompute();
  }

  private int[] machineLast() {
    int[] last = new int[problem.machines()];
    Arrays.fill(last, none);
    return last;
  }

  private void place(int v, int newAlternative) {
    alternative[v] = newAlternative;
    machine[v] = problem.machine(newAlternative);
    duration[v] = problem.duration(newAlternative);
  }

  private void recompute() {
    for (int i = 0; i < none; i++) {
      int v = order[i];
      head[v] = Math.max(head[jobBefore[v]], head[machineBefore[v]]) + duration[v];
    }
    for (int i = none - 1; i >= 0; i--) {
      int v = order[i];
      tail[v] = Math.max(tail[jobAfter[v]], tail[machineAfter[v]]) + duration[v];
    }
  }

  int makespan() {
    int makespan = 0;
    for (int v : jobLast) {
      makespan = Math.max(makespan, head[v]);
    }
    return makespan;
  }

  /** A random one of the operations that end the plan. */
  int lastOperation(int makespan, FastRandom random) {
    int found = none;
    int seen = 0;
    for (int v : jobLast) {
      if (head[v] == makespan && random.below(++seen) == 0) {
        found = v;
      }
    }
    return found;
  }

  Sequence sequence() {
    return new Sequence(order.clone(), Arrays.copyOf(alternative, none), makespan());
  }

  Schedule schedule() {
    int[] start = new int[none];
    Arrays.setAll(start, v -> head[v] - duration[v]);
    return new Schedule(Arrays.copyOf(machine, none), start, Arrays.copyOf(head, none));
  }

  /**
   * Takes an operation from its place and puts it directly behind another one, or first, on the
   * machine of an alternative.
   *
   * @param v the operation
   * @param newAlternative how it will be done
   * @param before the operation to stand behind, {@link #none} to be first; not v
   * @return false when that would close a circle; nothing is changed then
   */
  boolean move(int v, int newAlternative, int before) {
    int oldAlternative = alternative[v];
    int oldBefore = machineBefore[v];
    int oldAfter = machineAfter[v];
    unlink(v);
    place(v, newAlternative);
    link(v, before);
    int after = machineAfter[v];
    int low = position[v];
    int high = low;
    boolean sorted = true;
    if (before != none && position[before] > low) {
      high = position[before];
      sorted = shiftLater(v, before, low, high);
    } else if (after != none && position[after] < high) {
      low = position[after];
      sorted = shiftEarlier(v, after, low, high);
    }
    if (!sorted) {
      unlink(v);
      place(v, oldAlternative);
      link(v, oldBefore);
      return false;
    }
    carryHeads(low, v, oldAfter, after);
    carryTails(high, v, oldBefore, before);
    return true;
  }

  private void unlink(int v) {
    int before = machineBefore[v];
    int after = machineAfter[v];
    if (before == none) {
      machineFirst[machine[v]] = after;
    } else {
      machineAfter[before] = after;
    }
    if (after != none) {
      machineBefore[after] = before;
    }
  }

  private void link(int v, int before) {
    int after;
    if (before == none) {
      after = machineFirst[machine[v]];
      machineFirst[machine[v]] = v;
    } else {
      after = machineAfter[before];
      machineAfter[before] = v;
    }
    machineBefore[v] = before;
    machineAfter[v] = after;
    if (after != none) {
      machineBefore[after] = v;
    }
  }

  /** Sorts v and what follows from it behind {@code before}. */
  private boolean shiftLater(int v, int before, int low, int high) {
    int now = ++epoch;
    mark[v] = now;
    int movedCount = 1;
    int keptCount = 0;
    moved[0] = v;
    for (int i = low + 1; i <= high; i++) {
      int w = order[i];
      if (mark[jobBefore[w]] == now || mark[machineBefore[w]] == now) {
        mark[w] = now;
        moved[movedCount++] = w;
      } else {
        kept[keptCount++] = w;
      }
    }
    if (mark[before] == now) {
      return false;
    }
    int i = low;
    for (int k = 0; k < keptCount; k++, i++) {
      order[i] = kept[k];
      position[kept[k]] = i;
    }
    for (int k = 0; k < movedCount; k++, i++) {
      order[i] = moved[k];
      position[moved[k]] = i;
    }
    return true;
  }

  /** Sorts v and what it waits for before {@code after}. */
  private boolean shiftEarlier(int v, int after, int low, int high) {
    int now = ++epoch;
    mark[v] = now;
    int movedCount = 1;
    int keptCount = 0;
    moved[0] = v;
    for (int i = high - 1; i >= low; i--) {
      int w = order[i];
      if (mark[jobAfter[w]] == now || mark[machineAfter[w]] == now) {
        mark[w] = now;
        moved[movedCount++] = w;
      } else {
        kept[keptCount++] = w;
      }
    }
    if (mark[after] == now) {
      return false;
    }
    int i = high;
    for (int k = 0; k < keptCount; k++, i--) {
      order[i] = kept[k];
      position[kept[k]] = i;
    }
    for (int k = 0; k < movedCount; k++, i--) {
      order[i] = moved[k];
      position[moved[k]] = i;
    }
    return true;
  }

  private void carryHeads(int low, int v, int oldAfter, int after) {
    position[none] = -1;
    int limit = Math.max(position[v], Math.max(position[oldAfter], position[after]));
    for (int i = low; i <= limit; i++) {
      int w = order[i];
      int end = Math.max(head[jobBefore[w]], head[machineBefore[w]]) + duration[w];
      if (end != head[w] || w == v) {
        head[w] = end;
        limit = Math.max(limit, Math.max(position[jobAfter[w]], position[machineAfter[w]]));
      }
    }
  }

  private void carryTails(int high, int v, int oldBefore, int before) {
    position[none] = Integer.MAX_VALUE;
    int limit = Math.min(position[v], Math.min(position[oldBefore], position[before]));
    for (int i = high; i >= limit; i--) {
      int w = order[i];
      int rest = Math.max(tail[jobAfter[w]], tail[machineAfter[w]]) + duration[w];
      if (rest != tail[w] || w == v) {
        tail[w] = rest;
        limit = Math.min(limit, Math.min(position[jobBefore[w]], position[machineBefore[w]]));
      }
    }
  }
}
