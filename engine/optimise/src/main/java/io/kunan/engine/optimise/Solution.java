package io.kunan.engine.optimise;

/**
 * A plan and what is known about it.
 *
 * @param schedule checked by {@link ScheduleCheck}
 * @param makespan its length in time units
 * @param lowerBound no plan is shorter
 * @param firstPlanSeconds from the call to the first complete plan
 * @param seconds from the call to the answer
 * @param iterations moves the search made
 */
public record Solution(
    Schedule schedule,
    int makespan,
    int lowerBound,
    double firstPlanSeconds,
    double seconds,
    long iterations) {
  /** Optimal when the bound meets the plan. */
  public SolveStatus status() {
    return lowerBound == makespan ? SolveStatus.OPTIMAL : SolveStatus.FEASIBLE;
  }
}
