package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.internal.FastRandom;

/**
 * Moves of a critical operation to another machine, or to a far place on its own. Allowed places
 * are those that no way through the job can close to a circle; they are judged by the heads and
 * tails around the place, which is exact or too long, never too short for what stands before.
 */
final class MachineMoves {
  private final PlanGraph g;
  private final CriticalPath critical;
  private final TabuList tabu;
  private final FastRandom random;

  MachineMoves(PlanGraph graph, CriticalPath critical, TabuList tabu, FastRandom random) {
    this.g = graph;
    this.critical = critical;
    this.tabu = tabu;
    this.random = random;
  }

  void look(long now, int aspiration, Move allowed, Move forbidden) {
    for (int i = 0; i < critical.length; i++) {
      int v = critical.path[i];
      int end = g.problem.firstAlternative(v + 1);
      for (int a = g.problem.firstAlternative(v); a < end; a++) {
        if (g.problem.machine(a) != g.machine[v]) {
          places(v, a, now, aspiration, allowed, forbidden);
        }
      }
    }
  }

  private void places(int v, int a, long now, int aspiration, Move allowed, Move forbidden) {
    int inJob = g.jobBefore[v];
    int nextInJob = g.jobAfter[v];
    int ready = g.head[inJob];
    int rest = g.tail[nextInJob];
    int duration = g.problem.duration(a);
    if (ready + duration + rest > allowed.estimate) {
      return;
    }
    // Behind x no way leads from v's job back to x while x starts before the next in job ends.
    int nextEnd = nextInJob == g.none ? Integer.MAX_VALUE : g.head[nextInJob];
    int readyStart = inJob == g.none ? -1 : ready - g.duration[inJob];
    boolean isForbidden = tabu.isPlaceForbidden(a, now);
    int x = g.none;
    int y = g.machineFirst[g.problem.machine(a)];
    while (y != g.none && (g.head[y] <= readyStart || y == inJob)) {
      x = y;
      y = g.machineAfter[y];
    }
    while (true) {
      if (x != g.none && (x == nextInJob || g.head[x] - g.duration[x] >= nextEnd)) {
        return;
      }
      int start = Math.max(ready, g.head[x]);
      int behind = Math.max(rest, g.tail[y]);
      int estimate = start + duration + behind;
      if (estimate < allowed.estimate || estimate == allowed.estimate) {
        if (isForbidden && estimate >= aspiration) {
          forbidden.offer(v, a, x, 0, random);
        } else {
          allowed.offer(v, a, x, estimate, random);
        }
      }
      if (y == g.none) {
        return;
      }
      x = y;
      y = g.machineAfter[y];
    }
  }
}
