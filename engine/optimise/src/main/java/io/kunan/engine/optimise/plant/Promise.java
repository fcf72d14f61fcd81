package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.internal.plant.PlantEdits;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When a new order can be ready, and what that does to the others.
 *
 * @param order the new order's id
 * @param end minute at which it is ready
 * @param due minute asked for
 * @param onTime whether it is ready by then
 * @param displaced orders that it makes late, or later than they were, the worst first
 * @param problem the plant with the order
 * @param plan the plan with the order, checked
 * @param seconds from the call to the answer
 */
public record Promise(
    String order,
    int end,
    int due,
    boolean onTime,
    List<Displaced> displaced,
    PlantProblem problem,
    PlantPlan plan,
    double seconds) {
  /** Price of an hour an operation moves, as a share of that of an hour late. */
  private static final double STEADY = 0.1;

  public Promise {
    displaced = List.copyOf(displaced);
  }

  /** An order that ends later than before, and after its due minute. */
  public record Displaced(String order, int before, int after, int due) {}

  /**
   * Puts an order into a plan and repairs the plan for the rest of the time.
   *
   * @param plan a valid plan of the plant
   * @param options how long to repair; half a second is usually enough
   * @throws InputException when the plant has an order of that id
   */
  public static Promise of(PlantProblem problem, PlantPlan plan, Order order, SolveOptions options)
      throws InterruptedException {
    long begin = System.nanoTime();
    if (problem.orders().stream().anyMatch(o -> o.id().equals(order.id()))) {
      throw new InputException(
          "order " + order.id(), "the plant has it already", "give the new order another id");
    }
    List<Order> orders = new ArrayList<>(problem.orders());
    orders.add(order);
    PlantProblem with = problem.withOrders(orders);
    PlantPlan inserted = PlantEdits.insertLast(with, plan);
    PlantPlan repaired =
        PlantSolver.solve(steady(with), inserted, options, SolveMonitor.none()).plan();
    int end = end(repaired, orders.size() - 1);
    return new Promise(
        order.id(),
        end,
        order.due(),
        end <= order.due(),
        displaced(problem, plan, repaired),
        with,
        repaired,
        (System.nanoTime() - begin) / 1e9);
  }

  /** The plant with a price on every move: a promise is no occasion to plan everything anew. */
  private static PlantProblem steady(PlantProblem problem) {
    PlantProblem.Goals g = problem.goals();
    return problem.withGoals(
        new PlantProblem.Goals(
            g.tardiness(),
            g.lateOrder(),
            g.completion(),
            g.setup(),
            g.makespan(),
            Math.max(g.moved(), STEADY * Math.max(g.tardiness(), g.completion()))));
  }

  private static List<Displaced> displaced(PlantProblem problem, PlantPlan before, PlantPlan now) {
    int[] ends = ends(before, problem.orders().size());
    int[] newEnds = ends(now, problem.orders().size() + 1);
    List<Displaced> displaced = new ArrayList<>();
    for (int o = 0; o < ends.length; o++) {
      Order order = problem.orders().get(o);
      if (newEnds[o] > ends[o] && newEnds[o] > order.due()) {
        displaced.add(new Displaced(order.id(), ends[o], newEnds[o], order.due()));
      }
    }
    displaced.sort(Comparator.comparingInt(d -> d.before() - d.after()));
    return displaced;
  }

  private static int[] ends(PlantPlan plan, int orders) {
    int[] ends = new int[orders];
    plan.operations().forEach(p -> ends[p.order()] = Math.max(ends[p.order()], p.end()));
    return ends;
  }

  private static int end(PlantPlan plan, int order) {
    return plan.operations().stream()
        .filter(p -> p.order() == order)
        .mapToInt(PlantPlan.Placed::end)
        .max()
        .orElse(0);
  }
}
