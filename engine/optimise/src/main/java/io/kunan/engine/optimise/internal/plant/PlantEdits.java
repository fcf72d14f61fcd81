package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes a person or a promise makes to a plan: one operation put elsewhere, one order put in. */
public final class PlantEdits {
  /** Places looked at before and behind the one where an operation could start. */
  private static final int PLACES_BEFORE = 3;

  private static final int PLACES_BEHIND = 150;

  /** What an hour of the promised order weighs against the tardiness of others. */
  private static final double HOUR = 0.5;

  private final PlantModel model;
  private final PlantState state;

  /**
   * @param plan a valid plan of the problem
   */
  public PlantEdits(PlantProblem problem, PlantPlan plan) {
    model = new PlantModel(problem, null);
    state = new PlantState(model);
    state.load(PlantSequences.of(model, plan));
  }

  private PlantEdits(PlantModel model, PlantSequence plan) {
    this.model = model;
    state = new PlantState(model);
    state.load(plan);
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

  /**
   * Puts an operation before what starts at or after a minute on a resource; what follows is moved
   * along.
   *
   * @return false when its own route stands against it; nothing is changed then
   */
  public boolean move(int v, int r, int minute) {
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
    return false;
  }

  private int placeAt(int r, int minute) {
    int at = 0;
    while (at < state.length[r] && state.start[state.sequence[r][at]] < minute) {
      at++;
    }
    return at;
  }

  /**
   * Puts the last order of a problem into a plan of all the others, operation by operation where it
   * ends soonest and hurts the others least.
   */
  public static PlantPlan insertLast(PlantProblem problem, PlantPlan others) {
    PlantModel model = new PlantModel(problem, null);
    List<Placed> all = new ArrayList<>(others.operations());
    int end = others.makespan() + 1;
    int o = model.orders - 1;
    for (int v = model.first[o]; v < model.operations; v++) {
      int a = model.firstAlternative[v];
      String resource = problem.resources().get(model.resource[a]).id();
      int start = end + v - model.first[o];
      all.add(new Placed(o, v - model.first[o], resource, 0, start, start));
    }
    PlantEdits edits = new PlantEdits(model, PlantSequences.of(model, new PlantPlan(all)));
    for (int v = model.first[o]; v < model.operations; v++) {
      edits.settle(v);
    }
    return edits.plan();
  }

  /** A place for an operation: in a batch with room, or before a node of a resource. */
  private record Place(int resource, int at, int mate) {}

  private void settle(int v) {
    Place bestPlace = null;
    double best = Double.POSITIVE_INFINITY;
    for (Place place : places(v)) {
      state.begin();
      double score = tried(v, place, best - state.cost());
      state.undo();
      if (score < best) {
        best = score;
        bestPlace = place;
      }
    }
    if (bestPlace != null) {
      state.begin();
      tried(v, bestPlace, Double.POSITIVE_INFINITY);
    }
  }

  private List<Place> places(int v) {
    List<Place> places = new ArrayList<>();
    for (int a = model.firstAlternative[v]; a < model.firstAlternative[v + 1]; a++) {
      int r = model.resource[a];
      int centre = placeAt(r, ready(v));
      int last = Math.min(state.length[r], centre + PLACES_BEHIND);
      for (int at = Math.max(0, centre - PLACES_BEFORE); at <= last; at++) {
        places.add(new Place(r, at, PlantModel.NONE));
        if (at < state.length[r] && hasRoom(state.sequence[r][at], v, a)) {
          places.add(new Place(r, at, state.sequence[r][at]));
        }
      }
    }
    return places;
  }

  private boolean hasRoom(int node, int v, int a) {
    return node != v
        && state.members[node] < model.batch[model.resource[a]]
        && model.family[node] == model.family[v]
        && state.minutes(node) == model.minutes[a]
        && state.frozen(node) == PlantModel.NONE
        && model.order[node] != model.order[v];
  }

  private double tried(int v, Place place, double mostLoss) {
    state.remove(v);
    if (place.mate() != PlantModel.NONE) {
      state.attach(v, place.mate());
    } else {
      state.assign(v, place.resource());
      state.insert(v, Math.min(place.at(), state.length[place.resource()]));
    }
    return state.carry(mostLoss)
        ? state.cost() + HOUR * state.end[state.leader[v]] / 60.0
        : Double.POSITIVE_INFINITY;
  }

  private int ready(int v) {
    return model.isFirst(v)
        ? model.release[model.order[v]]
        : state.end[state.leader[v - 1]] + model.minLag[v - 1];
  }
}
