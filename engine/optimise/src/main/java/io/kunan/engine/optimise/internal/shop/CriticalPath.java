package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.internal.FastRandom;

/** One random longest way through the plan, cut into blocks of neighbours on one machine. */
final class CriticalPath {
  private final PlanGraph graph;

  /** Operations of the path in the order of time. */
  final int[] path;

  int length;

  CriticalPath(PlanGraph graph) {
    this.graph = graph;
    path = new int[graph.none];
  }

  void trace(int makespan, FastRandom random) {
    int end = path.length;
    int v = graph.lastOperation(makespan, random);
    while (v != graph.none) {
      path[--end] = v;
      v = critical(v, random);
    }
    length = path.length - end;
    System.arraycopy(path, end, path, 0, length);
  }

  private int critical(int v, FastRandom random) {
    int start = graph.head[v] - graph.duration[v];
    int inJob = graph.jobBefore[v];
    int onMachine = graph.machineBefore[v];
    boolean byJob = inJob != graph.none && graph.head[inJob] == start;
    boolean byMachine = onMachine != graph.none && graph.head[onMachine] == start;
    if (byJob && byMachine) {
      return random.isHeads() ? inJob : onMachine;
    }
    return byJob ? inJob : byMachine ? onMachine : graph.none;
  }

  /** Index behind the block that begins at the given index. */
  int blockEnd(int from) {
    int end = from + 1;
    while (end < length && graph.machineBefore[path[end]] == path[end - 1]) {
      end++;
    }
    return end;
  }
}
