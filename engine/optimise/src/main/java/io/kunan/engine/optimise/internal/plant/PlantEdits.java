package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One change a person makes to a plan: an operation put elsewhere. Nothing else starts earlier than
 * it did, so that only what is pushed moves.
 */
public final class PlantEdits {
  private final PlantModel model;
  private final PlantState state;

  /**
   * @param plan a valid plan of the problem
   */
  public PlantEdits(PlantProblem problem, PlantPlan plan) {
    model = new PlantModel(problem, null);
    Arrays.setAll(model.floor, v -> plan.operations().get(v).start());
    state = new PlantState(model);
    state.load(PlantSequences.of(model, plan));
  }

  /** The plan as it is now. */
  public PlantPlan plan() {
    return state.plan();
  }

  /** Why an operation cannot be moved to a resource; null when it may be tried. */
  public @Nullable String refusal(int v, int r) {
    if (model.alternativeOn(v, r) == PlantModel.NONE) {
      return "it cannot run on " + model.problem.resources().get(r).id();
    }
    if (state.frozen(state.leader[v]) != PlantModel.NONE) {
      return "it is frozen";
    }
    return null;
  }

  /** Minute before which the route of an operation does not let it start. */
  public int ready(int v) {
    return state.released(v);
  }

  /**
   * Puts an operation before what starts at or after a minute on a resource, not to start before
   * that minute; what follows is pushed along.
   *
   * @return false when its own route stands against it; nothing is changed then
   */
  public boolean move(int v, int r, int minute) {
    return move(v, r, minute, v + 1, minute);
  }

  /** Like {@link #move}, but the rest of its order may start earlier than before too. */
  public boolean pull(int v, int r, int minute) {
    return move(v, r, minute, model.first[model.order[v] + 1], 0);
  }

  private boolean move(int v, int r, int minute, int freedUntil, int floor) {
    int[] floors = Arrays.copyOfRange(model.floor, v, freedUntil);
    Arrays.fill(model.floor, v, freedUntil, floor);
    state.begin();
    if (state.members[state.leader[v]] > 1) {
      state.detach(v);
    } else {
      state.remove(v);
    }
    state.assign(v, r);
    state.insert(v, placeAt(r, minute));
    if (state.carry(Double.POSITIVE_INFINITY)) {
      return true;
    }
    state.undo();
    System.arraycopy(floors, 0, model.floor, v, floors.length);
    return false;
  }

  private int placeAt(int r, int minute) {
    int at = 0;
    while (at < state.length[r] && state.start[state.sequence[r][at]] < minute) {
      at++;
    }
    return at;
  }
}
