package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Mends a plan that a disturbance broke. Nothing starts earlier than it did, so that what is not
 * touched stays; what is hit may go anywhere. The plan is shifted to the right with its sequences
 * kept, and played again with the delayed overtaken; the cheaper is bettered by a cold search that
 * pays for every operation that starts at another minute.
 */
public final class PlanRepair {
  /** How long orders that are hit may give way to the others. */
  private static final int[] LATER_HOURS = {0, 4, 8, 16, 24, 36, 48, 72, 96, 144};

  private final PlantModel model;
  private final PlantPlan before;
  private final PlantState state;
  private final int now;
  private final int[] turns;
  private final int[] ways;

  /**
   * @param problem the plant after the disturbance
   * @param before the plan made before it
   * @param now minute before which nothing starts but what is frozen
   * @param movedOperation price of an operation that starts at another minute than before
   */
  public PlanRepair(PlantProblem problem, PlantPlan before, int now, double movedOperation) {
    model = new PlantModel(problem, before, movedOperation);
    this.before = before;
    this.now = now;
    state = new PlantState(model);
    turns = new int[model.operations];
    ways = new int[model.operations];
    for (int v = 0; v < model.operations; v++) {
      Placed placed = before.operations().get(v);
      turns[v] = model.frozen[v] == PlantModel.NONE ? Math.max(now, placed.start()) : 0;
      ways[v] = model.alternativeOn(v, model.resourceNamed(placed.resource()));
      model.floor[v] = turns[v];
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
    PlantSequence best = loaded(PlantSequences.of(model, before));
    List<Integer> hit = IntStream.range(0, model.operations).filter(this::isHit).boxed().toList();
    AtcsDispatcher dispatcher = new AtcsDispatcher(model);
    best = cheaper(best, dispatcher.replay(turns, ways));
    int[] freed = ways.clone();
    hit.forEach(v -> freed[v] = PlantModel.NONE);
    for (int hours : LATER_HOURS) {
      best = cheaper(best, dispatcher.replay(later(hit, hours), freed));
    }
    hit.forEach(this::free);
    PlantChain chain = new PlantChain(model, FastRandom.mixed(1));
    state.load(chain.run(best, changes, () -> 1, isOver).best());
    return state.plan();
  }

  /** Lets an operation and those behind it in its route start earlier than they did. */
  private void free(int from) {
    for (int v = from; v < model.first[model.order[from] + 1]; v++) {
      model.floor[v] = model.frozen[v] == PlantModel.NONE ? now : model.floor[v];
    }
  }

  /** Turns in which the rest of every order that is hit gives way to the others for a while. */
  private int[] later(List<Integer> hit, int hours) {
    int[] changed = turns.clone();
    for (int first : hit) {
      for (int v = first; v < model.first[model.order[first] + 1]; v++) {
        changed[v] = turns[v] + 60 * hours;
      }
    }
    return changed;
  }

  /** Whether an operation cannot be where it was, whatever the others do. */
  private boolean isHit(int v) {
    if (model.frozen[v] != PlantModel.NONE) {
      return false;
    }
    Placed placed = before.operations().get(v);
    int a = ways[v];
    return a == PlantModel.NONE
        || placed.start() < now
        || model.minutes[a] != placed.end() - placed.start()
        || model.open[model.resource[a]].fit(placed.start(), model.minutes[a]) != placed.start()
        || (model.isFirst(v) && placed.start() < model.release[model.order[v]]);
  }

  private PlantSequence cheaper(PlantSequence best, PlantSequence other) {
    PlantSequence loaded = loaded(other);
    return loaded.cost() < best.cost() ? loaded : best;
  }

  private PlantSequence loaded(PlantSequence sequence) {
    state.load(sequence);
    return state.sequence();
  }
}
