package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What lies between machines and on them: an order is in process from the start of its first
 * operation to the end of its last one, with all its tonnes.
 *
 * @param meanTonnes over the time looked at
 * @param mostTonnes at one moment of it
 */
public record WorkInProcess(double meanTonnes, double mostTonnes) {

  /**
   * Of a plan from a minute to the end of its last operation.
   *
   * @param from such as now: what is over says nothing about what is to come
   */
  public static WorkInProcess of(PlantProblem problem, PlantPlan plan, int from) {
    int orders = problem.orders().size();
    int[] begins = new int[orders];
    int[] ends = new int[orders];
    Arrays.fill(begins, Integer.MAX_VALUE);
    for (Placed placed : plan.operations()) {
      begins[placed.order()] = Math.min(begins[placed.order()], placed.start());
      ends[placed.order()] = Math.max(ends[placed.order()], placed.end());
    }
    int until = plan.makespan();
    double tonneMinutes = 0;
    TreeMap<Integer, Double> changes = new TreeMap<>();
    for (int o = 0; o < orders; o++) {
      int begin = Math.max(from, begins[o]);
      if (ends[o] > begin) {
        double tonnes = problem.orders().get(o).tonnes();
        tonneMinutes += tonnes * (ends[o] - begin);
        changes.merge(begin, tonnes, Double::sum);
        changes.merge(ends[o], -tonnes, Double::sum);
      }
    }
    double most = 0;
    double now = 0;
    for (Map.Entry<Integer, Double> change : changes.entrySet()) {
      now += change.getValue();
      most = Math.max(most, now);
    }
    return new WorkInProcess(until > from ? tonneMinutes / (until - from) : 0, most);
  }
}
