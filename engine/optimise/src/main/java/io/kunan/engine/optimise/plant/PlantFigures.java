package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a plan is worth.
 *
 * @param objective goals weighted and added up
 * @param weightedTardinessHours sum over orders of weight × hours late
 * @param onTimePercent share of orders whose last operation ends by their due minute
 * @param lateOrders number of the others
 * @param setupHours set-up over all resources
 * @param makespan minute at which everything is done
 * @param completionHours sum over orders of the hour they are done
 * @param waitingHours hours orders lie between release and end without being worked on
 */
public record PlantFigures(
    double objective,
    double weightedTardinessHours,
    double onTimePercent,
    int lateOrders,
    double setupHours,
    int makespan,
    double completionHours,
    double waitingHours) {

  /** Adds up a plan; stability against an earlier plan is not in it. */
  public static PlantFigures of(PlantProblem problem, PlantPlan plan) {
    Map<Integer, Integer> ends = new HashMap<>();
    Map<Integer, Integer> worked = new HashMap<>();
    Set<String> batches = new HashSet<>();
    int setup = 0;
    for (Placed placed : plan.operations()) {
      ends.merge(placed.order(), placed.end(), Math::max);
      worked.merge(placed.order(), placed.end() - placed.start(), Integer::sum);
      if (placed.setup() > 0 && batches.add(placed.resource() + " " + placed.start())) {
        setup += placed.setup();
      }
    }
    double tardiness = 0;
    double completion = 0;
    double waiting = 0;
    int late = 0;
    for (int o = 0; o < problem.orders().size(); o++) {
      Order order = problem.orders().get(o);
      int end = ends.getOrDefault(o, order.release());
      late += end > order.due() ? 1 : 0;
      tardiness += order.weight() * Math.max(0, end - order.due()) / 60.0;
      completion += end / 60.0;
      waiting += Math.max(0, end - order.release() - worked.getOrDefault(o, 0)) / 60.0;
    }
    PlantProblem.Goals goals = problem.goals();
    int makespan = plan.makespan();
    double objective =
        goals.tardiness() * tardiness
            + goals.lateOrder() * late
            + goals.completion() * completion
            + goals.setup() * setup / 60.0
            + goals.makespan() * makespan / 60.0;
    int orders = Math.max(1, problem.orders().size());
    return new PlantFigures(
        Math.round(objective * 1e6) / 1e6,
        tardiness,
        100.0 * (orders - late) / orders,
        late,
        setup / 60.0,
        makespan,
        completion,
        waiting);
  }
}
