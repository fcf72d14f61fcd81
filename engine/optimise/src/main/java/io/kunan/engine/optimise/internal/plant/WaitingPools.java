package io.kunan.engine.optimise.internal.plant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All orders that wait, in one {@link WaitingPool} for each set of resources they may go on to. */
final class WaitingPools {
  /** Pool an order waits in for an operation. */
  private final WaitingPool[] pool;

  /** Pools a resource takes from. */
  private final List<List<WaitingPool>> open = new ArrayList<>();

  /**
   * @param ready minute the next operation of each order can start; kept by the caller, unchanged
   *     while an order waits
   */
  WaitingPools(PlantModel model, int[] ready) {
    int[] at = new int[model.orders];
    pool = new WaitingPool[model.operations];
    for (int r = 0; r < model.resources; r++) {
      open.add(new ArrayList<>());
    }
    Map<List<Integer>, WaitingPool> bySet = new LinkedHashMap<>();
    for (int v = 0; v < model.operations; v++) {
      int[] set =
          Arrays.copyOfRange(
              model.resource, model.firstAlternative[v], model.firstAlternative[v + 1]);
      pool[v] =
          bySet.computeIfAbsent(
              Arrays.stream(set).boxed().toList(), s -> new WaitingPool(set, ready, at));
    }
    for (WaitingPool each : bySet.values()) {
      for (int r : each.resources()) {
        open.get(r).add(each);
      }
    }
  }

  void clear() {
    open.forEach(pools -> pools.forEach(WaitingPool::clear));
  }

  /** Lets an order wait for an operation; answers the resources that may now have more to do. */
  int[] add(int o, int v) {
    pool[v].add(o);
    return pool[v].resources();
  }

  /** Takes an order that waits for an operation; answers the resources that now have less to do. */
  int[] remove(int o, int v) {
    pool[v].remove(o);
    return pool[v].resources();
  }

  /** The pools a resource takes from. */
  List<WaitingPool> open(int r) {
    return open.get(r);
  }

  /** Minute something is ready for a resource, no earlier than now; the greatest number if none. */
  int soonest(int r, int now) {
    int soonest = Integer.MAX_VALUE;
    for (WaitingPool each : open.get(r)) {
      soonest = Math.min(soonest, each.soonest(now));
    }
    return soonest;
  }
}
