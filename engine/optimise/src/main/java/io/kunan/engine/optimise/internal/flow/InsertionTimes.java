package io.kunan.engine.optimise.internal.flow;

import io.kunan.engine.optimise.FlowShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;

/**
 * The makespans of a sequence with one job inserted at every place, all together in the time of one
 * evaluation (Taillard 1990): ends from the front, tails from the back, and between them the job.
 */
final class InsertionTimes {
  private final int machines;
  private final int[][] duration;
  private final int[][] head;
  private final int[][] tail;

  /** Place and makespan of the best insertion of the last look. */
  int bestPlace;

  int bestMakespan;

  InsertionTimes(FlowShopProblem problem) {
    machines = problem.machines();
    duration = new int[problem.jobs()][machines];
    for (int j = 0; j < duration.length; j++) {
      for (int m = 0; m < machines; m++) {
        duration[j][m] = problem.duration(j, m);
      }
    }
    head = new int[problem.jobs() + 1][machines + 1];
    tail = new int[problem.jobs() + 1][machines + 1];
  }

  /** Finds the best place for a job among the first {@code size} jobs; ties by chance. */
  void look(int[] sequence, int size, int job, FastRandom random) {
    heads(sequence, size);
    tails(sequence, size);
    bestMakespan = Integer.MAX_VALUE;
    int ties = 0;
    for (int place = 0; place <= size; place++) {
      int makespan = inserted(job, place);
      if (makespan < bestMakespan) {
        bestMakespan = makespan;
        ties = 0;
      }
      if (makespan == bestMakespan && random.below(++ties) == 0) {
        bestPlace = place;
      }
    }
  }

  /** The makespan of the first {@code size} jobs. */
  int makespan(int[] sequence, int size) {
    heads(sequence, size);
    return head[size][machines];
  }

  /** Row i holds the ends of the first i jobs, column 0 zeros. */
  private void heads(int[] sequence, int size) {
    for (int i = 1; i <= size; i++) {
      int[] before = head[i - 1];
      int[] now = head[i];
      int[] work = duration[sequence[i - 1]];
      int end = 0;
      for (int m = 1; m <= machines; m++) {
        end = Math.max(end, before[m]) + work[m - 1];
        now[m] = end;
      }
    }
  }

  /** Row i holds the tails from the job at place i on. */
  private void tails(int[] sequence, int size) {
    java.util.Arrays.fill(tail[size], 0);
    for (int i = size - 1; i >= 0; i--) {
      int[] behind = tail[i + 1];
      int[] now = tail[i];
      int[] work = duration[sequence[i]];
      int rest = 0;
      for (int m = machines; m >= 1; m--) {
        rest = Math.max(rest, behind[m]) + work[m - 1];
        now[m] = rest;
      }
    }
  }

  private int inserted(int job, int place) {
    int[] before = head[place];
    int[] behind = tail[place];
    int[] work = duration[job];
    int end = 0;
    int makespan = 0;
    for (int m = 1; m <= machines; m++) {
      end = Math.max(end, before[m]) + work[m - 1];
      makespan = Math.max(makespan, end + behind[m]);
    }
    return makespan;
  }
}
