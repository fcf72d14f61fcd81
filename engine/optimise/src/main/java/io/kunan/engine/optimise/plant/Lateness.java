package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why an order ends when it ends. From its end the plan is walked back along what each operation
 * waited for: the operation before it on its resource, the one before it in its route, or its
 * release. All minutes of the walk together are the order's end.
 *
 * @param order id
 * @param end minute it ends
 * @param due minute it should end
 * @param lateMinutes 0 when on time
 * @param minutes the whole time to the end, split by cause
 * @param steps the walk, latest first
 * @param whatIfs what could be done, computed on the plan
 */
public record Lateness(
    String order,
    int end,
    int due,
    int lateMinutes,
    Split minutes,
    List<Step> steps,
    List<WhatIf> whatIfs) {
  public Lateness {
    steps = List.copyOf(steps);
    whatIfs = List.copyOf(whatIfs);
  }

  /**
   * Minutes by cause; their sum is the order's end.
   *
   * @param queueing other orders were being worked on before it
   * @param setup resources were being set up
   * @param processing it was being worked on itself
   * @param lag it cooled or waited as its route demands
   * @param calendar the resource was closed, or the open time left was too short
   * @param release it had not come in yet
   */
  public record Split(int queueing, int setup, int processing, int lag, int calendar, int release) {
    Split plus(Split other) {
      return new Split(
          queueing + other.queueing,
          setup + other.setup,
          processing + other.processing,
          lag + other.lag,
          calendar + other.calendar,
          release + other.release);
    }
  }

  /** What an operation of the walk waited for. */
  public enum Bound {
    RESOURCE,
    ROUTE,
    BATCH,
    RELEASE,
    START
  }

  /**
   * One operation of the walk.
   *
   * @param waited for what
   * @param minutes of the operation and of the wait before it, by cause
   */
  public record Step(
      String order,
      String operation,
      String resource,
      int start,
      int end,
      Bound waited,
      Split minutes) {}

  /**
   * Something that could be done, tried on the plan with all sequences kept.
   *
   * @param what in words
   * @param end the order would end then
   * @param weightedTardinessHours of the whole plan then
   */
  public record WhatIf(String what, int end, double weightedTardinessHours) {}

  /**
   * Explains an order of a plan.
   *
   * @throws InputException when there is no such order
   */
  public static Lateness explain(PlantProblem problem, PlantPlan plan, String orderId) {
    List<String> ids = problem.orders().stream().map(Order::id).toList();
    int o = ids.indexOf(orderId);
    if (o < 0) {
      throw new InputException(
          "--order",
          "there is no order “%s”".formatted(orderId),
          "use an id such as " + (ids.isEmpty() ? "none" : ids.getFirst()));
    }
    List<Step> steps = new Walk(problem, plan, o).steps();
    Split total = new Split(0, 0, 0, 0, 0, 0);
    for (Step step : steps) {
      total = total.plus(step.minutes());
    }
    Order order = problem.orders().get(o);
    int end = steps.isEmpty() ? order.release() : steps.getFirst().end();
    return new Lateness(
        orderId,
        end,
        order.due(),
        Math.max(0, end - order.due()),
        total,
        steps,
        WhatIfs.of(problem, plan, o, steps));
  }

  private static final class Walk {
    private final PlantProblem problem;
    private final PlantPlan plan;
    private final int order;

    Walk(PlantProblem problem, PlantPlan plan, int order) {
      this.problem = problem;
      this.plan = plan;
      this.order = order;
    }

    List<Step> steps() {
      List<Step> steps = new ArrayList<>();
      Optional<Placed> next =
          plan.operations().stream().filter(p -> p.order() == order).reduce((one, two) -> two);
      while (next.isPresent() && steps.size() <= plan.operations().size()) {
        next = step(next.get(), steps);
      }
      return steps;
    }

    /** Adds the step of an operation and answers what it waited for. */
    private Optional<Placed> step(Placed placed, List<Step> steps) {
      Placed slowest = slowestMate(placed);
      if (!slowest.equals(placed)) {
        steps.add(step(placed, Bound.BATCH, new Split(0, 0, 0, 0, 0, 0)));
        return Optional.of(slowest);
      }
      Optional<Placed> onResource = beforeOnResource(placed);
      Optional<Placed> inRoute = beforeInRoute(placed);
      int byResource = onResource.map(p -> p.end() + placed.setup()).orElse(placed.setup());
      int work = placed.end() - placed.start();
      Split worked =
          placed.order() == order ? new Split(0, 0, work, 0, 0, 0) : new Split(work, 0, 0, 0, 0, 0);
      int ready = ready(placed, inRoute);
      if (onResource.isPresent() && byResource >= ready) {
        int closed = placed.start() - byResource;
        Split wait = new Split(0, placed.setup(), 0, 0, closed, 0);
        steps.add(step(placed, Bound.RESOURCE, worked.plus(wait)));
        return onResource;
      }
      if (inRoute.isPresent()) {
        int lag = ready - inRoute.get().end();
        Split wait = new Split(0, 0, 0, lag, placed.start() - ready, 0);
        steps.add(step(placed, Bound.ROUTE, worked.plus(wait)));
        return inRoute;
      }
      boolean isRelease = ready > 0 && ready >= byResource;
      int from = Math.max(ready, byResource);
      Split wait =
          isRelease
              ? new Split(0, 0, 0, 0, placed.start() - from, from)
              : new Split(0, byResource, 0, 0, placed.start() - from, 0);
      steps.add(step(placed, isRelease ? Bound.RELEASE : Bound.START, worked.plus(wait)));
      return Optional.empty();
    }

    private Step step(Placed placed, Bound bound, Split minutes) {
      Order item = problem.orders().get(placed.order());
      return new Step(
          item.id(),
          item.operations().get(placed.operation()).name(),
          placed.resource(),
          placed.start(),
          placed.end(),
          bound,
          minutes);
    }

    /** The member of a batch that was ready last. */
    private Placed slowestMate(Placed placed) {
      Placed slowest = placed;
      int latest = ready(placed, beforeInRoute(placed));
      for (Placed other : plan.operations()) {
        if (other.resource().equals(placed.resource())
            && other.start() == placed.start()
            && ready(other, beforeInRoute(other)) > latest) {
          latest = ready(other, beforeInRoute(other));
          slowest = other;
        }
      }
      return slowest;
    }

    private int ready(Placed placed, Optional<Placed> inRoute) {
      Order item = problem.orders().get(placed.order());
      return inRoute.map(p -> p.end() + operation(p).minLag()).orElse(item.release());
    }

    private Operation operation(Placed placed) {
      return problem.orders().get(placed.order()).operations().get(placed.operation());
    }

    private Optional<Placed> beforeOnResource(Placed placed) {
      Placed before = null;
      for (Placed other : plan.operations()) {
        if (other.resource().equals(placed.resource())
            && other.start() < placed.start()
            && (before == null || other.start() > before.start())) {
          before = other;
        }
      }
      return Optional.ofNullable(before);
    }

    private Optional<Placed> beforeInRoute(Placed placed) {
      return placed.operation() == 0
          ? Optional.empty()
          : plan.operations().stream()
              .filter(p -> p.order() == placed.order() && p.operation() == placed.operation() - 1)
              .findFirst()
              .map(Objects::requireNonNull);
    }
  }
}
