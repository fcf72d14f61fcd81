package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.internal.plant.PlanFacts;
import io.kunan.engine.optimise.internal.plant.PlanRepair;
import io.kunan.engine.optimise.internal.plant.ProvenPlant;
import io.kunan.engine.optimise.internal.plant.QuickSetups;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.kernel.Sentence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan with what has happened put into it. What was reported stands where it was, whatever the
 * plan had said; what is still to come keeps its machine and its sequence and is pushed to where it
 * can be, never before now and never before its old start.
 *
 * <p>A machine of which something was reported reports everything: what was to have begun on it
 * since and was not reported has not begun. On a machine of which nothing was reported the plan is
 * taken to have been kept, as far as it can have been.
 *
 * @param problem the plant as it has proved to be: durations that were measured, set-ups that took
 *     less, closed times that were worked through
 * @param plan a valid plan of it; what has begun is frozen
 * @param moved how far it is from the plan before
 * @param refused reports that cannot be, each with the reason; they are left out
 */
public record PlanUnderWay(
    PlantProblem problem, PlantPlan plan, Repair.Moved moved, List<Refused> refused) {
  public PlanUnderWay {
    refused = List.copyOf(refused);
  }

  /**
   * What happened to one operation.
   *
   * @param order number of the order
   * @param operation its place in the route
   * @param resource where it ran; of a furnace it holds for everything planned into the same batch
   * @param start minute it started
   * @param end minute it ended; null while it runs
   */
  public record Actual(
      int order, int operation, String resource, int start, @Nullable Integer end) {}

  /** A report that cannot be. */
  public record Refused(Actual actual, @Sentence String reason, @Sentence String remedy) {}

  /**
   * Puts what has happened into a plan.
   *
   * @param planned the plant as it was planned, without what happened
   * @param plan a plan of the same orders
   * @param now minute before which nothing starts but what has begun
   */
  public static PlanUnderWay of(
      PlantProblem planned, PlantPlan plan, List<Actual> actuals, int now) {
    PlanFacts facts = new PlanFacts(planned, plan, now);
    actuals.stream().sorted(Comparator.comparingInt(Actual::start)).forEach(facts::report);
    facts.conclude();
    ProvenPlant proven = new ProvenPlant(facts, false);
    PlantPlan timed;
    try {
      timed = timed(proven, now);
    } catch (NoPlanException e) {
      // What has ended cannot be moved for the sake of what may not wait behind it.
      proven = new ProvenPlant(facts, true);
      timed = timed(proven, now);
    }
    PlantProblem problem = proven.problem();
    List<String> violations = PlantCheck.violations(problem, timed);
    if (!violations.isEmpty()) {
      throw new IllegalStateException("the plan breaks its own rules: " + violations.getFirst());
    }
    return new PlanUnderWay(
        problem, timed, Repair.Moved.between(plan, timed, Repair.TOLERANCE), facts.refused());
  }

  /**
   * The plant as it was planned, out of one that holds what happened: calendars and orders of the
   * latter, routes, releases, set-ups and frozen operations as they were meant.
   *
   * @param meant what was planned; an order it does not have stays as it is
   */
  public static PlantProblem unproven(PlantProblem proven, PlantProblem meant) {
    Map<String, Order> orders = new HashMap<>();
    meant.orders().forEach(order -> orders.put(order.id(), order));
    return new PlantProblem(
        proven.name(),
        proven.calendars(),
        meant.setups(),
        proven.resources(),
        proven.orders().stream().map(o -> orders.getOrDefault(o.id(), plain(o))).toList(),
        proven.goals(),
        meant.frozen());
  }

  private static Order plain(Order order) {
    return new Order(
        order.id(),
        order.customer(),
        order.tonnes(),
        order.release(),
        order.due(),
        order.weight(),
        order.operations().stream().map(PlanUnderWay::plain).toList());
  }

  private static Operation plain(Operation operation) {
    String family = operation.family();
    return new Operation(
        operation.name(),
        family == null ? null : QuickSetups.plain(family),
        operation.minLag(),
        operation.maxLag(),
        operation.alternatives());
  }

  private static PlantPlan timed(ProvenPlant proven, int now) {
    return new PlanRepair(proven.problem(), proven.plan(), now, 0, 0).rightShifted();
  }
}
