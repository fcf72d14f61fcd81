package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What new tables do to one order.
 *
 * @param before minute it was due, null for a new one
 * @param after minute it is due, null for one that is gone
 */
public record OrderChange(
    String order, String customer, What what, @Nullable Integer before, @Nullable Integer after) {

  /** In what an order differs, the first that does. */
  public enum What {
    NEW,
    GONE,
    DUE,
    ROUTE,
    /** Tonnes, release, weight or customer. */
    OTHER
  }

  /** The orders of two plants that are not the same, those of the later plant first. */
  static List<OrderChange> between(List<Order> before, PlantProblem after) {
    Map<String, Order> old = new LinkedHashMap<>();
    before.forEach(order -> old.put(order.id(), order));
    List<OrderChange> changes = new ArrayList<>();
    for (Order order : after.orders()) {
      Order known = old.remove(order.id());
      if (known == null) {
        changes.add(of(order, What.NEW, null, order.due()));
      } else if (!known.equals(order)) {
        changes.add(of(order, what(known, order), known.due(), order.due()));
      }
    }
    old.values().forEach(order -> changes.add(of(order, What.GONE, order.due(), null)));
    return changes;
  }

  private static OrderChange of(
      Order order, What what, @Nullable Integer before, @Nullable Integer after) {
    return new OrderChange(order.id(), order.customer(), what, before, after);
  }

  private static What what(Order before, Order after) {
    if (before.due() != after.due()) {
      return What.DUE;
    }
    return before.operations().equals(after.operations()) ? What.OTHER : What.ROUTE;
  }
}
