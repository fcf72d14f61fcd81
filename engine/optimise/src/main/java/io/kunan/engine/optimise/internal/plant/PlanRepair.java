package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.plant.OrderPlacer.Manner;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Mends a plan that a disturbance broke. Nothing starts earlier than it did, so that what is not
 * touched stays, idle minutes take up what is pushed, and behind the disturbance the old plan is
 * met again. The orders that are hit are taken out from there on and put back where they do the
 * least harm, in gaps or in the places of orders that have time; a search that pays for every
 * operation that moves betters that.
 */
public final class PlanRepair {
  /** Orders that may lose their place when those that are hit are put back. */
  private static final int EJECTIONS = 300;

  /** Ways of putting them back; the cheapest is taken. */
  private static final List<Manner> MANNERS =
      List.of(
          new Manner(1.3, EJECTIONS, 0.06),
          new Manner(1.3, EJECTIONS, 0.03),
          new Manner(1.3, EJECTIONS, 0.12),
          new Manner(1, 0, 0));

  /** Changes of whole orders before those of single operations, and how many of these. */
  private static final int ROUND = 100;

  private static final int SINGLE_CHANGES = 60_000;

  private final PlantModel model;
  private final PlantPlan before;
  private final PlantState state;
  private final int now;

  /**
   * @param problem the plant after the disturbance
   * @param before the plan made before it
   * @param now minute before which nothing starts but what is frozen
   * @param movedOperation price of an operation on another resource than before, or farther off its
   *     start than tolerated
   * @param tolerance minutes
   */
  public PlanRepair(
      PlantProblem problem, PlantPlan before, int now, double movedOperation, int tolerance) {
    model = new PlantModel(problem, before, movedOperation, tolerance);
    this.before = before;
    this.now = now;
    state = new PlantState(model);
    for (int v = 0; v < model.operations; v++) {
      boolean isFrozen = model.frozen[v] != PlantModel.NONE;
      model.floor[v] = isFrozen ? 0 : Math.max(now, before.operations().get(v).start());
    }
  }

  /** Every sequence kept, everything as late as it must be and not later. */
  public PlantPlan rightShifted() {
    state.load(PlantSequences.of(model, before));
    return state.plan();
  }

  /**
   * @param changes most changes the search tries
   * @param isOver whether to stop looking and answer with what was found
   */
  public PlantPlan repaired(long changes, BooleanSupplier isOver) {
    state.load(PlantSequences.of(model, before));
    PlantSequence best = state.sequence();
    List<Integer> hit = hit();
    hit.forEach(this::free);
    RuinSearch search = new RuinSearch(state, costBefore(), new FastRandom(FastRandom.mixed(1)));
    for (Manner manner : MANNERS) {
      PlantState.Mark mark = state.begin();
      if (search.replace(hit, manner) && state.cost() < best.cost()) {
        best = state.sequence();
      }
      state.undo(mark);
      if (isOver.getAsBoolean()) {
        break;
      }
    }
    state.load(hit.isEmpty() ? best : bettered(best, search, changes, isOver));
    return state.plan();
  }

  /** Whole orders and single operations in turn: the first get far, the second are cheap. */
  private PlantSequence bettered(
      PlantSequence from, RuinSearch search, long changes, BooleanSupplier isOver) {
    PlantChain chain = new PlantChain(model, FastRandom.mixed(1));
    PlantSequence best = from;
    for (long tried = 0; tried < changes && !isOver.getAsBoolean(); tried += ROUND) {
      best = search.run(best, Math.min(ROUND, changes - tried), isOver);
      best = chain.run(best, SINGLE_CHANGES, () -> 1, isOver).best();
    }
    return best;
  }

  /** Lets an operation and those behind it in its route start earlier than they did. */
  private void free(int from) {
    for (int v = from; v < model.first[model.order[from] + 1]; v++) {
      model.floor[v] = model.frozen[v] == PlantModel.NONE ? now : model.floor[v];
    }
  }

  private double[] costBefore() {
    double[] costs = new double[model.orders];
    for (int o = 0; o < model.orders; o++) {
      if (model.first[o + 1] > model.first[o]) {
        costs[o] = model.cost(o, before.operations().get(model.first[o + 1] - 1).end());
      }
    }
    return costs;
  }

  /** The first operation of each order that cannot be where it was, whatever the others do. */
  private List<Integer> hit() {
    List<Integer> hit = new ArrayList<>();
    for (int v = 0; v < model.operations; v++) {
      if (isHit(v) && (hit.isEmpty() || model.order[hit.getLast()] != model.order[v])) {
        hit.add(v);
      }
    }
    return hit;
  }

  private boolean isHit(int v) {
    if (model.frozen[v] != PlantModel.NONE) {
      return false;
    }
    Placed placed = before.operations().get(v);
    int a = model.alternativeOn(v, model.resourceNamed(placed.resource()));
    return a == PlantModel.NONE
        || placed.start() < now
        || model.minutes[a] != placed.end() - placed.start()
        || model.open[model.resource[a]].fit(placed.start(), model.minutes[a]) != placed.start()
        || (model.isFirst(v) && placed.start() < model.release[model.order[v]]);
  }
}
