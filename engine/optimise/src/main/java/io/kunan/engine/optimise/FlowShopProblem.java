package io.kunan.engine.optimise;

/**
 * A permutation flow shop: all jobs visit all machines in the same order, and every machine takes
 * the jobs in the same sequence.
 */
public final class FlowShopProblem implements Problem {
  private final int[][] durations;

  /**
   * @param durations for each job its duration on each machine, in time units, 0 or more
   * @throws IllegalArgumentException when a row is short or a duration negative
   */
  public FlowShopProblem(int[][] durations) {
    this.durations = new int[durations.length][];
    for (int j = 0; j < durations.length; j++) {
      this.durations[j] = durations[j].clone();
      if (durations[j].length != durations[0].length) {
        throw new IllegalArgumentException("job %d has another number of machines".formatted(j));
      }
    }
  }

  @Override
  public int jobs() {
    return durations.length;
  }

  @Override
  public int machines() {
    return durations.length == 0 ? 0 : durations[0].length;
  }

  @Override
  public int operations() {
    return jobs() * machines();
  }

  @Override
  public long timeIndexedVariables(long horizon) {
    return operations() * horizon;
  }

  /** Duration of a job on a machine. */
  public int duration(int job, int machine) {
    return durations[job][machine];
  }
}
