package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.internal.plant.PlantEdits;
import io.kunan.kernel.Outcome;
import io.kunan.kernel.Sentence;
import java.util.List;

/** A plan changed by hand: one bar dragged to another time or resource. */
public final class PlantEdit {
  private PlantEdit() {}

  /**
   * Puts an operation before what starts at or after a minute on a resource, not to start before
   * that minute. What is in the way is pushed along; nothing else moves.
   *
   * @param order number of the order
   * @param operation its place in the route
   * @return the changed plan, checked; or why it cannot be
   */
  public static Outcome<PlantPlan> move(
      PlantProblem problem, PlantPlan plan, int order, int operation, String resource, int minute) {
    return edited(problem, plan, order, operation, resource, minute, false);
  }

  /** Like {@link #move}, but the rest of the order's route follows to the left as far as it can. */
  static Outcome<PlantPlan> pull(
      PlantProblem problem, PlantPlan plan, int order, int operation, String resource, int minute) {
    return edited(problem, plan, order, operation, resource, minute, true);
  }

  private static Outcome<PlantPlan> edited(
      PlantProblem problem,
      PlantPlan plan,
      int order,
      int operation,
      String resource,
      int minute,
      boolean isPull) {
    int r = problem.resources().stream().map(PlantProblem.Resource::id).toList().indexOf(resource);
    if (r < 0) {
      return new Outcome.Refused<>("there is no resource " + resource, "choose another");
    }
    int v = operation;
    for (int o = 0; o < order; o++) {
      v += problem.orders().get(o).operations().size();
    }
    PlantEdits edits = new PlantEdits(problem, plan);
    String refusal = edits.refusal(v, r);
    if (refusal != null) {
      return new Outcome.Refused<>(refusal, "choose another place");
    }
    if (!isPull && minute < edits.ready(v)) {
      return new Outcome.Refused<>(
          "it is not ready before minute " + edits.ready(v), "choose a later time");
    }
    if (!(isPull ? edits.pull(v, r, minute) : edits.move(v, r, minute))) {
      return new Outcome.Refused<>(
          "the order's own route or a frozen operation stands against it", "choose another time");
    }
    PlantPlan changed = edits.plan();
    @Sentence List<String> violations = PlantCheck.violations(problem, changed);
    return violations.isEmpty()
        ? new Outcome.Done<>(changed)
        : new Outcome.Refused<>(violations.getFirst(), "choose another time");
  }
}
