package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.internal.FastRandom;

/**
 * Moves within a critical block: every operation behind the last or before the first one, and the
 * first and the last one into the block (the neighbourhood known as N7). A move is looked at only
 * where a sufficient condition on heads and tails rules out a circle, and judged by the longest way
 * through the operations that change places (the estimate of Balas and Vazacopoulos).
 */
final class SequenceMoves {
  /** Longer jumps are not looked at: they cost much and are seldom good. */
  private static final int MAX_JUMP = 60;

  private final PlanGraph g;
  private final CriticalPath critical;
  private final TabuList tabu;
  private final int[] newHead;
  private final FastRandom random;

  SequenceMoves(PlanGraph graph, CriticalPath critical, TabuList tabu, FastRandom random) {
    this.g = graph;
    this.critical = critical;
    this.tabu = tabu;
    this.random = random;
    newHead = new int[MAX_JUMP + 1];
  }

  /**
   * Looks at all blocks of the critical path.
   *
   * @param allowed gets the best move that is not forbidden or beats {@code aspiration}
   * @param forbidden gets a random forbidden move, for want of an allowed one
   */
  void look(long now, int aspiration, Move allowed, Move forbidden) {
    int from = 0;
    while (from < critical.length) {
      int end = critical.blockEnd(from);
      if (end - from > 1) {
        block(from, end - 1, now, aspiration, allowed, forbidden);
      }
      from = end;
    }
  }

  private void block(int first, int last, long now, int aspiration, Move allowed, Move forbidden) {
    boolean startsPlan = first == 0;
    boolean endsPlan = last == critical.length - 1;
    if (!endsPlan || startsPlan) {
      for (int i = Math.max(first, last - MAX_JUMP + 1); i < last; i++) {
        later(i, last, now, aspiration, allowed, forbidden);
      }
    }
    if (!startsPlan || endsPlan) {
      int from = last - first == 1 && !endsPlan ? first + 2 : first + 1;
      for (int i = from; i <= Math.min(last, first + MAX_JUMP - 1); i++) {
        earlier(i, first, now, aspiration, allowed, forbidden);
      }
    }
    if (!startsPlan) {
      for (int i = first + 1; i < Math.min(last, first + MAX_JUMP); i++) {
        later(first, i, now, aspiration, allowed, forbidden);
      }
    }
    if (!endsPlan) {
      for (int i = Math.max(first + 1, last - MAX_JUMP + 1); i < last; i++) {
        earlier(last, i, now, aspiration, allowed, forbidden);
      }
    }
  }

  /** The operation at index {@code from} of the path directly behind the one at {@code to}. */
  private void later(int from, int to, long now, int aspiration, Move allowed, Move forbidden) {
    int[] path = critical.path;
    int v = path[from];
    int target = path[to];
    if (g.tail[target] < g.tail[g.jobAfter[v]]) {
      return;
    }
    int before = g.head[g.machineBefore[v]];
    boolean isForbidden = false;
    for (int i = from + 1; i <= to; i++) {
      int w = path[i];
      before = Math.max(before, g.head[g.jobBefore[w]]) + g.duration[w];
      newHead[i - from] = before;
      isForbidden |= tabu.isOrderForbidden(w, v, now);
    }
    int behind = Math.max(g.tail[g.jobAfter[v]], g.tail[g.machineAfter[target]]) + g.duration[v];
    int longest = Math.max(before, g.head[g.jobBefore[v]]) + behind;
    for (int i = to; i > from; i--) {
      int w = path[i];
      longest = Math.max(longest, newHead[i - from] + Math.max(behind, g.tail[g.jobAfter[w]]));
      behind = Math.max(behind, g.tail[g.jobAfter[w]]) + g.duration[w];
    }
    offer(v, target, longest, isForbidden && longest >= aspiration, allowed, forbidden);
  }

  /** The operation at index {@code from} of the path directly before the one at {@code to}. */
  private void earlier(int from, int to, long now, int aspiration, Move allowed, Move forbidden) {
    int[] path = critical.path;
    int v = path[from];
    int target = path[to];
    if (g.head[target] < g.head[g.jobBefore[v]]) {
      return;
    }
    int before = Math.max(g.head[g.jobBefore[v]], g.head[g.machineBefore[target]]) + g.duration[v];
    int longest = before;
    boolean isForbidden = false;
    for (int i = to; i < from; i++) {
      int w = path[i];
      isForbidden |= tabu.isOrderForbidden(v, w, now);
      newHead[i - to] = Math.max(i == to ? before : newHead[i - to - 1], g.head[g.jobBefore[w]]);
      newHead[i - to] += g.duration[w];
    }
    int behind = g.tail[g.machineAfter[v]];
    for (int i = from - 1; i >= to; i--) {
      int w = path[i];
      int rest = Math.max(behind, g.tail[g.jobAfter[w]]);
      longest = Math.max(longest, newHead[i - to] + rest);
      behind = rest + g.duration[w];
    }
    longest = Math.max(longest, before + Math.max(behind, g.tail[g.jobAfter[v]]));
    offer(
        v,
        g.machineBefore[target],
        longest,
        isForbidden && longest >= aspiration,
        allowed,
        forbidden);
  }

  private void offer(
      int v, int behind, int estimate, boolean isForbidden, Move allowed, Move forbidden) {
    if (isForbidden) {
      forbidden.offer(v, g.alternative[v], behind, 0, random);
    } else {
      allowed.offer(v, g.alternative[v], behind, estimate, random);
    }
  }
}
