package io.kunan.engine.optimise.internal.flow;

import io.kunan.engine.optimise.FlowShopProblem;
import io.kunan.engine.optimise.internal.FastRandom;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * One chain of the iterated greedy search (Ruiz and Stützle 2007): takes two jobs out, betters the
 * rest, puts them back where they fit best, betters all, and keeps the result if it is better or,
 * by a constant temperature, not much worse.
 */
final class FlowChain {
  private static final int TAKEN_OUT = 2;
  private static final double TEMPERATURE = 0.7;

  private final InsertionTimes times;
  private final FastRandom random;
  private final double temperature;
  private final int jobs;
  private int[] current;
  private int currentMakespan;
  private int[] trial;
  private int[] best;
  private int bestMakespan;

  FlowChain(FlowShopProblem problem, long seed) {
    times = new InsertionTimes(problem);
    random = new FastRandom(seed);
    jobs = problem.jobs();
    long work = 0;
    for (int j = 0; j < jobs; j++) {
      for (int m = 0; m < problem.machines(); m++) {
        work += problem.duration(j, m);
      }
    }
    temperature = TEMPERATURE * work / (10.0 * Math.max(1, problem.operations()));
    current = byInsertion(problem);
    currentMakespan = times.makespan(current, jobs);
    trial = current.clone();
    best = current.clone();
    bestMakespan = currentMakespan;
  }

  /** Longest jobs first, each where it lengthens the sequence least (Nawaz, Enscore and Ham). */
  private int[] byInsertion(FlowShopProblem problem) {
    int[] byWork =
        IntStream.range(0, jobs)
            .boxed()
            .sorted(Comparator.comparingLong(j -> -work(problem, j)))
            .mapToInt(j -> j)
            .toArray();
    int[] sequence = new int[jobs];
    for (int size = 0; size < jobs; size++) {
      insertBest(sequence, size, byWork[size]);
    }
    return sequence;
  }

  private static long work(FlowShopProblem problem, int job) {
    return IntStream.range(0, problem.machines()).mapToLong(m -> problem.duration(job, m)).sum();
  }

  int[] best() {
    return best;
  }

  int bestMakespan() {
    return bestMakespan;
  }

  /** Goes on from another sequence. */
  void restart(int[] sequence, int makespan) {
    System.arraycopy(sequence, 0, current, 0, jobs);
    currentMakespan = makespan;
    best = sequence.clone();
    bestMakespan = makespan;
  }

  /**
   * @return iterations made, fewer than asked when it is over
   */
  long run(long iterations, int lowerBound, BooleanSupplier isOver) {
    long done = 0;
    while (done < iterations && bestMakespan > lowerBound && !isOver.getAsBoolean()) {
      iterate();
      done++;
    }
    return done;
  }

  private void iterate() {
    System.arraycopy(current, 0, trial, 0, jobs);
    int out = Math.min(TAKEN_OUT, jobs - 1);
    int[] removed = new int[out];
    for (int k = 0; k < out; k++) {
      int place = random.below(jobs - k);
      removed[k] = trial[place];
      remove(trial, jobs - k, place);
    }
    int size = jobs - out;
    better(size, times.makespan(trial, size));
    int makespan = 0;
    for (int job : removed) {
      makespan = insertBest(trial, size++, job);
    }
    makespan = better(jobs, makespan);
    boolean isBetter = makespan < currentMakespan;
    if (isBetter || random.fraction() <= Math.exp((currentMakespan - makespan) / temperature)) {
      int[] swap = current;
      current = trial;
      trial = swap;
      currentMakespan = makespan;
    }
    if (currentMakespan < bestMakespan) {
      best = current.clone();
      bestMakespan = currentMakespan;
    }
  }

  /** Takes each job in random order to its best place until none moves for the better. */
  private int better(int size, int from) {
    int makespan = from;
    boolean isBetter = true;
    while (isBetter) {
      isBetter = false;
      int[] jobsInOrder = java.util.Arrays.copyOf(trial, size);
      for (int k = size; k > 0; k--) {
        int draw = random.below(k);
        int job = jobsInOrder[draw];
        jobsInOrder[draw] = jobsInOrder[k - 1];
        int place = 0;
        while (trial[place] != job) {
          place++;
        }
        remove(trial, size, place);
        times.look(trial, size - 1, job, random);
        if (times.bestMakespan < makespan) {
          makespan = times.bestMakespan;
          isBetter = true;
        }
        insert(trial, size - 1, job, times.bestMakespan > makespan ? place : times.bestPlace);
      }
    }
    return makespan;
  }

  private int insertBest(int[] sequence, int size, int job) {
    times.look(sequence, size, job, random);
    insert(sequence, size, job, times.bestPlace);
    return times.bestMakespan;
  }

  private static void insert(int[] sequence, int size, int job, int place) {
    System.arraycopy(sequence, place, sequence, place + 1, size - place);
    sequence[place] = job;
  }

  private static void remove(int[] sequence, int size, int place) {
    System.arraycopy(sequence, place + 1, sequence, place, size - place - 1);
  }
}
