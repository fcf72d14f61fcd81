package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.internal.Stopwatch;
import io.kunan.engine.optimise.internal.plant.OrderInsertion;
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
 * @param choices other dates and what each costs the other orders, the earliest and dearest first
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
    List<Choice> choices,
    PlantProblem problem,
    PlantPlan plan,
    double seconds) {
  /** Of the time, the rest being for the check. */
  private static final double SEARCH_SHARE = 0.9;

  public Promise {
    displaced = List.copyOf(displaced);
    choices = List.copyOf(choices);
  }

  /**
   * A date that could be promised instead.
   *
   * @param end minute at which the order would be ready
   * @param loss what all other orders together lose, in the units of the plant's goals
   */
  public record Choice(int end, double loss) {}

  /** An order that ends later than before, and after its due minute. */
  public record Displaced(String order, int before, int after, int due) {}

  /**
   * Puts an order into a plan where the goals are met best, weighing its own tardiness against that
   * of the others.
   *
   * @param plan a valid plan of the plant
   * @param options how long to look; one second is usually enough
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
    Stopwatch time = new Stopwatch(options, () -> false);
    long changes = options.iterations() == null ? Long.MAX_VALUE : options.iterations();
    OrderInsertion.Result result =
        OrderInsertion.insertLast(with, plan, () -> time.isPast(SEARCH_SHARE), changes);
    PlantPlan repaired = result.plan();
    List<String> violations = PlantCheck.violations(with, repaired);
    if (!violations.isEmpty()) {
      throw new IllegalStateException("the plan breaks its own rules: " + violations.getFirst());
    }
    int end = end(repaired, orders.size() - 1);
    return new Promise(
        order.id(),
        end,
        order.due(),
        end <= order.due(),
        displaced(problem, plan, repaired),
        result.choices().stream().map(c -> new Choice(c.end(), c.loss())).toList(),
        with,
        repaired,
        (System.nanoTime() - begin) / 1e9);
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
