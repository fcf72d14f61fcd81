package io.kunan.engine.optimise;

/**
 * When and where each operation of a {@link Problem} runs. Operations are numbered as the problem
 * numbers them; arrays are not copied and must not be changed.
 *
 * @param machine machine of each operation
 * @param start start of each operation
 * @param end end of each operation
 */
@SuppressWarnings("ArrayRecordComponent") // a plan of 100,000 operations is compared by nobody
public record Schedule(int[] machine, int[] start, int[] end) {
  /** The end of the last operation, 0 when there is none. */
  public int makespan() {
    int makespan = 0;
    for (int e : end) {
      makespan = Math.max(makespan, e);
    }
    return makespan;
  }
}
