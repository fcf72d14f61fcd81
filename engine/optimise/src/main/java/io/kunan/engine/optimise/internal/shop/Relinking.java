package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.ShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;

/**
 * Plans between two plans. Both orders are read from the front, and each time one of them, by
 * chance, says which operation comes next. Whatever both agree on stays, so routes are kept and no
 * circle can arise.
 */
final class Relinking {
  private final PlanGraph graph;
  private final long[] keys;
  private final boolean[] taken;

  Relinking(ShopProblem problem) {
    graph = new PlanGraph(problem);
    keys = new long[problem.operations()];
    taken = new boolean[problem.operations()];
  }

  /**
   * @param share how much of the first plan is in the result, in percent
   */
  Sequence between(Sequence one, Sequence other, int share, FastRandom random) {
    int[] first = byTime(one);
    int[] second = byTime(other);
    java.util.Arrays.fill(taken, false);
    int[] order = new int[first.length];
    int f = 0;
    int s = 0;
    for (int i = 0; i < order.length; i++) {
      while (f < first.length && taken[first[f]]) {
        f++;
      }
      while (s < second.length && taken[second[s]]) {
        s++;
      }
      int v = random.below(100) < share ? first[f] : second[s];
      order[i] = v;
      taken[v] = true;
    }
    int[] alternative = new int[order.length];
    for (int v = 0; v < alternative.length; v++) {
      alternative[v] = random.below(100) < share ? one.alternative()[v] : other.alternative()[v];
    }
    return new Sequence(order, alternative, Integer.MAX_VALUE);
  }

  /** The operations of a plan by start time, ties in an order the plan allows. */
  private int[] byTime(Sequence plan) {
    graph.load(plan.order(), plan.alternative());
    for (int i = 0; i < keys.length; i++) {
      int v = plan.order()[i];
      keys[i] = ((long) (graph.head[v] - graph.duration[v]) << 32) | i;
    }
    java.util.Arrays.sort(keys);
    int[] sorted = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      sorted[i] = plan.order()[(int) keys[i]];
    }
    return sorted;
  }

  /** Pairs of neighbours on a machine that another plan has not in this order, and moved work. */
  static int distance(ShopProblem problem, Sequence one, Sequence other) {
    int[] last = new int[problem.machines()];
    java.util.Arrays.fill(last, -1);
    int[] place = new int[one.order().length];
    for (int i = 0; i < place.length; i++) {
      place[other.order()[i]] = i;
    }
    int distance = 0;
    for (int v : one.order()) {
      int machine = problem.machine(one.alternative()[v]);
      if (machine != problem.machine(other.alternative()[v])) {
        distance++;
      } else if (last[machine] >= 0 && place[last[machine]] > place[v]) {
        distance++;
      }
      last[machine] = v;
    }
    return distance;
  }
}
