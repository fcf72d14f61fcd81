package io.kunan.engine.optimise;

import java.util.List;

/**
 * A job shop: every job is a fixed route of operations, every operation runs without a break on one
 * of its allowed machines, a machine runs one operation at a time. With one machine for each
 * operation it is the classical job shop, otherwise the flexible one.
 *
 * <p>An operation's alternatives are numbered over the whole problem, so that one number tells
 * machine and duration.
 */
public final class ShopProblem implements Problem {
  /**
   * One way to do an operation.
   *
   * @param machine number of the machine, first machine 0
   * @param duration time units, 0 or more
   */
  public record Alternative(int machine, int duration) {}

  private final int machines;
  private final int[] firstOperation;
  private final int[] firstAlternative;
  private final int[] machine;
  private final int[] duration;
  private final int[] job;

  /**
   * @param machines number of machines
   * @param routes for each job its operations, for each operation its alternatives
   * @throws IllegalArgumentException when an operation has no alternative, a machine does not exist
   *     or a duration is negative
   */
  public ShopProblem(int machines, List<List<List<Alternative>>> routes) {
    this.machines = machines;
    firstOperation = new int[routes.size() + 1];
    for (int j = 0; j < routes.size(); j++) {
      firstOperation[j + 1] = firstOperation[j] + routes.get(j).size();
    }
    List<List<Alternative>> all = routes.stream().flatMap(List::stream).toList();
    firstAlternative = new int[all.size() + 1];
    for (int v = 0; v < all.size(); v++) {
      if (all.get(v).isEmpty()) {
        throw new IllegalArgumentException("operation %d has no machine".formatted(v));
      }
      firstAlternative[v + 1] = firstAlternative[v] + all.get(v).size();
    }
    List<Alternative> ways = all.stream().flatMap(List::stream).toList();
    if (ways.stream().anyMatch(w -> w.machine < 0 || w.machine >= machines || w.duration < 0)) {
      throw new IllegalArgumentException("a machine does not exist or a duration is negative");
    }
    machine = ways.stream().mapToInt(Alternative::machine).toArray();
    duration = ways.stream().mapToInt(Alternative::duration).toArray();
    job = new int[all.size()];
    for (int j = 0; j < jobs(); j++) {
      java.util.Arrays.fill(job, firstOperation[j], firstOperation[j + 1], j);
    }
  }

  @Override
  public int jobs() {
    return firstOperation.length - 1;
  }

  @Override
  public int machines() {
    return machines;
  }

  @Override
  public int operations() {
    return job.length;
  }

  @Override
  public long timeIndexedVariables(long horizon) {
    return machine.length * horizon;
  }

  /** First operation of a job; of the job after the last one, the number of operations. */
  public int firstOperation(int ofJob) {
    return firstOperation[ofJob];
  }

  /** The job an operation belongs to. */
  public int job(int operation) {
    return job[operation];
  }

  /** First alternative of an operation; its last one is before the first of the next operation. */
  public int firstAlternative(int operation) {
    return firstAlternative[operation];
  }

  /** Machine of an alternative. */
  public int machine(int alternative) {
    return machine[alternative];
  }

  /** Duration of an alternative in time units. */
  public int duration(int alternative) {
    return duration[alternative];
  }

  /** Whether some operation may choose its machine. */
  public boolean isFlexible() {
    return machine.length > job.length;
  }
}
