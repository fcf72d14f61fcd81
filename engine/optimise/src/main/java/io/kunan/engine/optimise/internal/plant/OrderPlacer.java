package io.kunan.engine.optimise.internal.plant;

/**
 * Puts parked operations back into a plan, one after the other, each where the plan then costs
 * least: every place on every resource is tried with all that follows from it, until going later
 * cannot pay any more. Where a place would cost much, it can be taken from an order that has time;
 * that one is parked from there on and looks for a place itself, until a chain of such ejections
 * ends in a gap.
 */
final class OrderPlacer {
  private static final double EQUAL = 1e-9;

  /** Of two places that cost the same the earlier one, by this price of a minute. */
  private static final double EARLIER = 1e-6;

  /** Places tried on one resource for one operation. */
  private static final int MOST_TRIES = 80;

  /** An order loses its place so often in one change. */
  private static final int MOST_VISITS = 2;

  /**
   * How places are judged.
   *
   * @param flowFactor the rest of an order takes this times its work and lags
   * @param ejections orders that may lose their place
   * @param hourShort price of an hour by which the order that loses its place has less time than
   *     the one of all that has most
   */
  record Manner(double flowFactor, int ejections, double hourShort) {}

  private final PlantModel model;
  private final PlantState state;
  private final int[] firstFree;
  private final int latestOfAll;
  private final int[] pool;
  private int waiting;
  private final int[] visits;
  private final int[] visited;
  private int visitedCount;
  private int ejectionsLeft;
  private Manner manner = new Manner(1, 0, 0);

  // The best place found so far for the operation at hand.
  private double bestValue;
  private int bestResource;
  private int bestAt;
  private int bestBatch;
  private int bestEjected;

  /**
   * @param firstFree first operation of each order that may be parked with all behind it
   */
  OrderPlacer(PlantState state, int[] firstFree) {
    this.state = state;
    this.firstFree = firstFree;
    model = state.model;
    pool = new int[model.orders];
    visits = new int[model.orders];
    visited = new int[model.orders];
    int most = 0;
    for (int o = 0; o < model.orders; o++) {
      most = Math.max(most, model.due[o]);
    }
    latestOfAll = most;
  }

  /**
   * Places the parked operations of some orders.
   *
   * @return false when an operation finds no place; the change must be taken back then
   */
  boolean place(int[] orders, int count, Manner newManner) {
    manner = newManner;
    ejectionsLeft = newManner.ejections();
    for (int k = 0; k < visitedCount; k++) {
      visits[visited[k]] = 0;
    }
    visitedCount = 0;
    waiting = count;
    System.arraycopy(orders, 0, pool, 0, count);
    while (waiting > 0) {
      int o = takeMostUrgent();
      if (visits[o]++ == 0) {
        visited[visitedCount++] = o;
      }
      for (int v = firstParked(o); v < model.first[o + 1]; v++) {
        if (!place(v)) {
          return false;
        }
      }
    }
    return true;
  }

  private int takeMostUrgent() {
    int urgent = 0;
    for (int k = 1; k < waiting; k++) {
      if (latest(firstParked(pool[k])) < latest(firstParked(pool[urgent]))) {
        urgent = k;
      }
    }
    int o = pool[urgent];
    pool[urgent] = pool[--waiting];
    return o;
  }

  private int firstParked(int o) {
    int v = model.first[o + 1];
    while (v > model.first[o] && state.parked[v - 1]) {
      v--;
    }
    return v;
  }

  /** Minute at which an operation should start so that its order is not late. */
  private int latest(int v) {
    return model.due[model.order[v]] - (int) (manner.flowFactor() * model.workLeft[v]);
  }

  private boolean place(int v) {
    bestValue = Double.POSITIVE_INFINITY;
    bestResource = PlantModel.NONE;
    int ready = Math.max(state.released(v), model.floor[v]);
    for (Kind kind : KINDS) {
      for (int a = model.firstAlternative[v]; a < model.firstAlternative[v + 1]; a++) {
        tryResource(v, a, ready, kind);
      }
    }
    for (int a = model.firstAlternative[v];
        a < model.firstAlternative[v + 1] && bestResource == PlantModel.NONE;
        a++) {
      int r = model.resource[a];
      tryPlace(v, r, state.length[r], PlantModel.NONE, PlantModel.NONE);
    }
    if (bestResource == PlantModel.NONE) {
      return false;
    }
    state.mark();
    if (bestEjected != PlantModel.NONE) {
      eject(bestEjected);
    }
    put(v, bestResource, bestAt, bestBatch);
    return state.carry(Double.POSITIVE_INFINITY);
  }

  private void eject(int u) {
    int o = model.order[u];
    state.parkFrom(u);
    ejectionsLeft--;
    for (int k = 0; k < waiting; k++) {
      if (pool[k] == o) {
        return;
      }
    }
    pool[waiting++] = o;
  }

  private void put(int v, int r, int at, int batch) {
    if (batch == PlantModel.NONE) {
      state.place(v, r, at);
    } else {
      state.placeInto(v, batch);
    }
  }

  /** Kinds of places. What is found among the first makes the bound that ends most others early. */
  private enum Kind {
    /** In a gap, or into a batch that has room. */
    FREE,
    /** In place of an order that has time. */
    TAKEN,
    /** Before something that must give way. */
    PUSHED
  }

  private static final Kind[] KINDS = Kind.values();

  private void tryResource(int v, int a, int ready, Kind kind) {
    int r = model.resource[a];
    int first = firstEndingAfter(r, ready);
    int last = Math.min(state.length[r], first + MOST_TRIES);
    for (int at = first; at <= last; at++) {
      int soonest = at == 0 ? ready : Math.max(ready, state.end[state.sequence[r][at - 1]]);
      if (ownCost(v, soonest + model.minutes[a]) >= bestValue) {
        return;
      }
      boolean isFree = at == state.length[r] || pushed(v, a, at, soonest) <= 0;
      double harm = Double.POSITIVE_INFINITY;
      switch (kind) {
        case FREE -> {
          if (at < state.length[r]) {
            tryBatch(v, a, state.sequence[r][at]);
          }
          if (isFree) {
            harm = tryPlace(v, r, at, PlantModel.NONE, PlantModel.NONE);
          }
        }
        case TAKEN -> {
          if (at < state.length[r]) {
            tryEjection(v, r, at);
          }
        }
        case PUSHED -> {
          if (!isFree) {
            harm = tryPlace(v, r, at, PlantModel.NONE, PlantModel.NONE);
          }
        }
      }
      if (harm <= EQUAL && soonest >= model.wanted[v]) {
        return;
      }
    }
  }

  /** Minutes by which what stands at a place must give way at least. */
  private int pushed(int v, int a, int at, int soonest) {
    int r = model.resource[a];
    int behind = state.sequence[r][at];
    int before = at == 0 ? model.initialFamily[r] : model.family[state.sequence[r][at - 1]];
    int setups =
        model.setup(r, before, model.family[v])
            + model.setup(r, model.family[v], model.family[behind]);
    return soonest + model.minutes[a] + setups - state.start[behind];
  }

  private void tryBatch(int v, int a, int node) {
    int r = model.resource[a];
    if (state.members[node] < model.batch[r]
        && model.family[node] == model.family[v]
        && state.minutes(node) == model.minutes[a]
        && state.frozen(node) == PlantModel.NONE) {
      tryPlace(v, r, 0, node, PlantModel.NONE);
    }
  }

  private void tryEjection(int v, int r, int at) {
    int u = state.sequence[r][at];
    int o = model.order[u];
    if (ejectionsLeft > 0
        && model.batch[r] == 1
        && o != model.order[v]
        && u >= firstFree[o]
        && visits[o] < MOST_VISITS) {
      tryPlace(v, r, at, PlantModel.NONE, u);
    }
  }

  /** What it will cost at least that an order loses its place. */
  private double ejectionPrice(int u) {
    int bars = model.first[model.order[u] + 1] - u;
    return bars * model.movedOperation
        + manner.hourShort() * Math.max(0, latestOfAll - latest(u)) / 60;
  }

  /** Tries one place and takes it back; answers what that costs all but the order itself. */
  private double tryPlace(int v, int r, int at, int batch, int ejected) {
    double price = ejected == PlantModel.NONE ? 0 : ejectionPrice(ejected);
    if (price >= bestValue) {
      return Double.POSITIVE_INFINITY;
    }
    int o = model.order[v];
    double ownBefore = state.orderCost(o);
    double before = state.cost() - ownBefore;
    PlantState.Mark mark = state.mark();
    if (ejected != PlantModel.NONE) {
      state.parkFrom(ejected);
    }
    put(v, r, at, batch);
    double harm = Double.POSITIVE_INFINITY;
    // The order costs at least what it costs if nothing more of it waits.
    if (state.carry(bestValue - price - ownBefore)) {
      double loss = state.cost() - state.orderCost(o) - before + price;
      double value = loss + ownCost(v, state.end[state.leader[v]]);
      if (value < bestValue) {
        bestValue = value;
        bestResource = r;
        bestAt = at;
        bestBatch = batch;
        bestEjected = ejected;
      }
      harm = loss - state.movedCost(v);
    }
    state.undo(mark);
    return harm;
  }

  /** What an order costs when an operation ends at a minute. */
  private double ownCost(int v, int end) {
    double rest =
        model.isLast(v) ? 0 : model.minLag[v] + manner.flowFactor() * model.workLeft[v + 1];
    return model.cost(model.order[v], end + (int) rest) + EARLIER * end;
  }

  private int firstEndingAfter(int r, int time) {
    int low = 0;
    int high = state.length[r];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (state.end[state.sequence[r][middle]] > time) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
