package io.kunan.engine.optimise.plant;

import java.util.List;

/**
 * When and where each operation of a plant runs. Operations that share resource, start and end on a
 * batch furnace are one batch.
 *
 * @param operations in the numbering of {@link PlantProblem}
 */
public record PlantPlan(List<Placed> operations) {
  public PlantPlan {
    operations = List.copyOf(operations);
  }

  /**
   * One operation.
   *
   * @param order number of the order
   * @param operation its place in the route
   * @param resource where
   * @param setup minutes of set-up right before it or earlier, between it and the one before
   * @param start minute it starts
   * @param end minute it ends
   */
  public record Placed(int order, int operation, String resource, int setup, int start, int end) {}

  /** The end of the last operation. */
  public int makespan() {
    return operations.stream().mapToInt(Placed::end).max().orElse(0);
  }
}
