package io.kunan.engine.optimise.internal.plant;

import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.plant.OrderPlacer.Manner;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Betters a plan in which little may move: the rest of an order that costs more than before or was
 * moved, and of one or two orders it waits for, is taken out and put back where the plan then costs
 * least (ruin and recreate, Schrimpf and others 2000).
 */
final class RuinSearch {
  private static final double EQUAL = 1e-6;

  /** A change that costs about this much more is sometimes kept. */
  private static final double TEMPERATURE = 0.1;

  private static final int MOST_ORDERS = 3;
  private static final int TRIES = 60;
  private static final int MOST_PLACES_BEFORE = 6;
  private static final double[] FLOW_FACTORS = {1, 1.3, 1.8};
  private static final int[] EJECTIONS = {0, 1, 3, 10};
  private static final double[] HOURS_SHORT = {0.02, 0.06, 0.15};

  private final PlantModel model;
  private final PlantState state;
  private final FastRandom random;
  private final OrderPlacer placer;
  private final double[] costBefore;

  /** First operation of each order that may be taken out with all behind it. */
  private final int[] firstFree;

  private final int[] ruined = new int[MOST_ORDERS];
  private int count;

  /**
   * @param costBefore what each order cost in the plan before; those that cost more now are looked
   *     after
   */
  RuinSearch(PlantState state, double[] costBefore, FastRandom random) {
    this.state = state;
    this.costBefore = costBefore;
    this.random = random;
    model = state.model;
    firstFree = new int[model.orders];
    for (int o = 0; o < model.orders; o++) {
      firstFree[o] = model.first[o];
      for (int v = model.first[o]; v < model.first[o + 1]; v++) {
        firstFree[o] = model.frozen[v] == PlantModel.NONE ? firstFree[o] : v + 1;
      }
    }
    placer = new OrderPlacer(state, firstFree);
  }

  /**
   * Takes the rest of some orders out and puts it back; what was changed before stays.
   *
   * @param from operations of different orders with which the rest begins, or which are parked
   * @return false when that cannot be; the change must be taken back then
   */
  boolean replace(List<Integer> from, Manner manner) {
    int[] orders = from.stream().mapToInt(v -> model.order[v]).toArray();
    for (int v : from) {
      int o = model.order[v];
      if (v < firstFree[o]) {
        return false;
      }
      state.parkFrom(v);
    }
    return state.carry(Double.POSITIVE_INFINITY) && placer.place(orders, orders.length, manner);
  }

  /**
   * Goes on from a plan until nothing is left to look after.
   *
   * @param limit changes to try
   */
  PlantSequence run(PlantSequence from, long limit, BooleanSupplier isOver) {
    state.load(from);
    PlantSequence best = state.sequence();
    for (long k = 0; k < limit && !isOver.getAsBoolean(); k++) {
      int seed = seed();
      if (seed == PlantModel.NONE) {
        break;
      }
      double most = state.cost() - TEMPERATURE * Math.log(1 - random.fraction());
      PlantState.Mark mark = state.begin();
      if (!change(seed) || state.cost() > most) {
        state.undo(mark);
      } else if (state.cost() < best.cost() - EQUAL) {
        best = state.sequence();
      }
    }
    return best;
  }

  private boolean change(int seed) {
    ruined[0] = seed;
    count = 1;
    int wanted = 1 + random.below(MOST_ORDERS);
    for (int tries = 0; tries < TRIES && count < wanted; tries++) {
      int companion = companion(seed);
      if (companion != PlantModel.NONE && isFree(companion)) {
        ruined[count++] = companion;
      }
    }
    for (int k = 0; k < count; k++) {
      state.parkFrom(start(ruined[k]));
    }
    return state.carry(Double.POSITIVE_INFINITY) && placer.place(ruined, count, manner());
  }

  private Manner manner() {
    return new Manner(
        FLOW_FACTORS[random.below(FLOW_FACTORS.length)],
        EJECTIONS[random.below(EJECTIONS.length)],
        HOURS_SHORT[random.below(HOURS_SHORT.length)]);
  }

  private boolean isFree(int o) {
    if (firstFree[o] == model.first[o + 1]) {
      return false;
    }
    for (int k = 0; k < count; k++) {
      if (ruined[k] == o) {
        return false;
      }
    }
    return true;
  }

  /** Half of the time all of an order that may move, else the end of it. */
  private int start(int o) {
    int free = model.first[o + 1] - firstFree[o];
    return firstFree[o] + (random.isHeads() ? 0 : random.below(free));
  }

  /** An order that costs more than before, or that was moved. */
  private int seed() {
    for (int tries = 0; tries < TRIES; tries++) {
      int o =
          state.late() > 0 && random.isHeads()
              ? state.lateOrder(random.below(state.late()))
              : model.order[random.below(model.operations)];
      if (firstFree[o] < model.first[o + 1]
          && (state.orderCost(o) > costBefore[o] + EQUAL || isMoved(o))) {
        return o;
      }
    }
    return PlantModel.NONE;
  }

  private boolean isMoved(int o) {
    for (int v = firstFree[o]; v < model.first[o + 1]; v++) {
      if (state.movedCost(v) > EQUAL) {
        return true;
      }
    }
    return false;
  }

  /** An order that stands a few places before some operation of another one. */
  private int companion(int o) {
    int v = firstFree[o] + random.below(model.first[o + 1] - firstFree[o]);
    int node = state.leader[v];
    int at = state.place[node] - 1 - random.below(MOST_PLACES_BEFORE);
    return at < 0 ? PlantModel.NONE : model.order[state.sequence[state.resource(node)][at]];
  }
}
