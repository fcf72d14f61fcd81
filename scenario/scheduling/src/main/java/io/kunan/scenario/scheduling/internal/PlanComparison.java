package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.Repair;
import io.kunan.engine.optimise.plant.WorkInProcess;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans of one plant side by side.
 *
 * @param plans the first is what the others are compared with
 * @param orders that are late in one of them or end at another time, the greatest difference first
 */
public record PlanComparison(List<Side> plans, List<OrderEnds> orders) {
  private static final int MOST = 200;

  /**
   * One plan.
   *
   * @param version null for the draft
   * @param movedOperations on another machine than in the first plan, or farther off its start than
   *     tolerated there
   */
  public record Side(
      @Nullable PlanVersion version,
      PlantFigures figures,
      WorkInProcess inProcess,
      int orders,
      int movedOperations) {}

  /**
   * When an order ends in each plan.
   *
   * @param due in the first plan that has it
   * @param ends minute in each plan, null where the order is not in it
   */
  public record OrderEnds(String order, String customer, int due, List<@Nullable Integer> ends) {}

  /** A plan to compare. */
  record Named(@Nullable PlanVersion version, Planned planned) {}

  private record Key(String order, int operation) {}

  static PlanComparison of(List<Named> plans, int now) {
    List<Side> sides = new ArrayList<>();
    Map<Key, Placed> first = placed(plans.getFirst().planned());
    for (Named plan : plans) {
      Planned planned = plan.planned();
      sides.add(
          new Side(
              plan.version(),
              PlantFigures.of(planned.problem(), planned.plan()),
              WorkInProcess.of(planned.problem(), planned.plan(), now),
              planned.problem().orders().size(),
              moved(first, placed(planned))));
    }
    return new PlanComparison(sides, orders(plans));
  }

  private static Map<Key, Placed> placed(Planned planned) {
    Map<Key, Placed> all = new HashMap<>();
    for (Placed placed : planned.plan().operations()) {
      String order = planned.problem().orders().get(placed.order()).id();
      all.put(new Key(order, placed.operation()), placed);
    }
    return all;
  }

  private static int moved(Map<Key, Placed> first, Map<Key, Placed> other) {
    int moved = 0;
    for (Map.Entry<Key, Placed> one : other.entrySet()) {
      Placed was = first.get(one.getKey());
      Placed is = one.getValue();
      if (was != null
          && (!was.resource().equals(is.resource())
              || Math.abs(was.start() - is.start()) > Repair.TOLERANCE)) {
        moved++;
      }
    }
    return moved;
  }

  private static List<OrderEnds> orders(List<Named> plans) {
    Map<String, Order> known = new LinkedHashMap<>();
    List<Map<String, Integer>> ends = new ArrayList<>();
    for (Named plan : plans) {
      List<Order> orders = plan.planned().problem().orders();
      orders.forEach(order -> known.putIfAbsent(order.id(), order));
      Map<String, Integer> end = new HashMap<>();
      for (Placed placed : plan.planned().plan().operations()) {
        end.merge(orders.get(placed.order()).id(), placed.end(), Math::max);
      }
      ends.add(end);
    }
    List<OrderEnds> rows = new ArrayList<>();
    for (Order order : known.values()) {
      List<@Nullable Integer> each = new ArrayList<>();
      ends.forEach(end -> each.add(end.get(order.id())));
      rows.add(new OrderEnds(order.id(), order.customer(), order.due(), each));
    }
    return rows.stream()
        .filter(row -> spread(row) > 0 || isLate(row))
        .sorted(Comparator.comparingInt(PlanComparison::spread).reversed())
        .limit(MOST)
        .toList();
  }

  private static boolean isLate(OrderEnds row) {
    return row.ends().stream().anyMatch(end -> end != null && end > row.due());
  }

  /**
   * Minutes between the earliest and the latest end; an order that is not everywhere comes first.
   */
  private static int spread(OrderEnds row) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (Integer end : row.ends()) {
      if (end == null) {
        return Integer.MAX_VALUE;
      }
      least = Math.min(least, end);
      most = Math.max(most, end);
    }
    return most - least;
  }
}
