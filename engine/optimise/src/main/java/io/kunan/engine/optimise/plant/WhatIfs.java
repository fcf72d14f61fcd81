package io.kunan.engine.optimise.plant;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.Lateness.Bound;
import io.kunan.engine.optimise.plant.Lateness.Step;
import io.kunan.engine.optimise.plant.Lateness.WhatIf;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Calendar;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What could make an order earlier, each tried on the plan itself. */
final class WhatIfs {
  private static final int MOST = 3;

  private final PlantProblem problem;
  private final PlantPlan plan;
  private final int order;
  private final List<WhatIf> found = new ArrayList<>();

  private WhatIfs(PlantProblem problem, PlantPlan plan, int order) {
    this.problem = problem;
    this.plan = plan;
    this.order = order;
  }

  static List<WhatIf> of(PlantProblem problem, PlantPlan plan, int order, List<Step> steps) {
    WhatIfs ifs = new WhatIfs(problem, plan, order);
    ifs.swaps(steps);
    ifs.shifts(steps);
    return ifs.found;
  }

  /** The order before the one it waited for. */
  private void swaps(List<Step> steps) {
    String id = problem.orders().get(order).id();
    for (int i = 0; i + 1 < steps.size() && found.size() < MOST; i++) {
      Step step = steps.get(i);
      Step before = steps.get(i + 1);
      if (step.waited() != Bound.RESOURCE
          || !step.order().equals(id)
          || before.order().equals(id)) {
        continue;
      }
      Placed own = placed(step);
      Outcome<PlantPlan> swapped =
          PlantEdit.pull(problem, plan, order, own.operation(), own.resource(), before.start());
      if (swapped instanceof Outcome.Done<PlantPlan>(PlantPlan changed)) {
        add("before order %s on %s".formatted(before.order(), own.resource()), problem, changed);
      }
    }
  }

  private Placed placed(Step step) {
    return plan.operations().stream()
        .filter(
            p ->
                p.order() == order
                    && p.resource().equals(step.resource())
                    && p.start() == step.start())
        .findFirst()
        .orElseThrow();
  }

  /** The closed time before the operation that lost most minutes to it, opened. */
  private void shifts(List<Step> steps) {
    Step worst = null;
    for (Step step : steps) {
      if (closedBefore(step) != null
          && (worst == null || step.minutes().calendar() > worst.minutes().calendar())) {
        worst = step;
      }
    }
    Span span = worst == null ? null : closedBefore(worst);
    if (worst == null || span == null) {
      return;
    }
    try {
      PlantProblem opened = opened(worst.resource(), span);
      PlantSolution same =
          PlantSolver.solve(
              opened, plan, new SolveOptions(Engine.RULES, null, null, 1, 1), SolveMonitor.none());
      add(
          "%s open from minute %d to %d".formatted(worst.resource(), span.from(), span.to()),
          opened,
          same.plan());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Span closedBefore(Step step) {
    Span last = null;
    for (Span span : closed(step.resource())) {
      if (span.from() < step.start()) {
        last = span;
      }
    }
    return last;
  }

  private List<Span> closed(String resource) {
    return problem.resources().stream()
        .filter(item -> item.id().equals(resource))
        .findFirst()
        .map(problem::closed)
        .orElse(List.of());
  }

  /** The same plant with one closed time of one resource open. */
  private PlantProblem opened(String resource, Span span) {
    String id = "open " + resource;
    List<Calendar> calendars = new ArrayList<>(problem.calendars());
    calendars.add(
        new Calendar(id, closed(resource).stream().filter(s -> !s.equals(span)).toList()));
    List<Resource> resources =
        problem.resources().stream()
            .map(
                r ->
                    r.id().equals(resource)
                        ? new Resource(r.id(), r.stage(), id, r.setup(), r.family(), r.batch())
                        : r)
            .toList();
    return problem.withCalendars(calendars, resources);
  }

  private void add(String what, PlantProblem changed, PlantPlan then) {
    int end =
        then.operations().stream()
            .filter(p -> p.order() == order)
            .mapToInt(Placed::end)
            .max()
            .orElse(0);
    found.add(new WhatIf(what, end, PlantFigures.of(changed, then).weightedTardinessHours()));
  }
}
