package io.kunan.scenario.scheduling.web;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.platform.assets.Assets;
import io.kunan.scenario.scheduling.internal.Draft;
import io.kunan.scenario.scheduling.internal.PlanDesk;
import io.kunan.scenario.scheduling.internal.PlannedPlant;
import io.kunan.scenario.scheduling.web.SchedulingViews.BarsView;
import io.kunan.scenario.scheduling.web.SchedulingViews.ChangedBar;
import io.kunan.scenario.scheduling.web.SchedulingViews.DraftHead;
import io.kunan.scenario.scheduling.web.SchedulingViews.OrderView;
import io.kunan.scenario.scheduling.web.SchedulingViews.PlanChange;
import io.kunan.scenario.scheduling.web.SchedulingViews.PlanView;
import io.kunan.scenario.scheduling.web.SchedulingViews.ResourceView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts a plan into the lists a Gantt chart draws. */
@Component
class PlanComposer {
  private final Assets assets;
  private final PlanDesk desk;

  PlanComposer(Assets assets, PlanDesk desk) {
    this.assets = assets;
    this.desk = desk;
  }

  PlanView compose(PlannedPlant plant, Draft.Sheet sheet) {
    PlantProblem problem = sheet.planned().problem();
    Map<String, Integer> families = new LinkedHashMap<>();
    BarsView bars = bars(sheet.planned(), families);
    return new PlanView(
        plant.asset().value(),
        problem.name(),
        plant.virtual(),
        plant.startsAt(),
        assets.tree().zone(plant.asset()).getId(),
        desk.now(plant),
        head(sheet),
        PlantFigures.of(problem, sheet.planned().plan()),
        List.copyOf(families.keySet()),
        problem.resources().stream().map(r -> resource(problem, r)).toList(),
        orders(sheet.planned()),
        bars);
  }

  static DraftHead head(Draft.Sheet sheet) {
    return new DraftHead(
        sheet.version(), sheet.revision(), sheet.undo(), sheet.redo(), sheet.unsaved());
  }

  private static ResourceView resource(PlantProblem problem, Resource resource) {
    return new ResourceView(
        resource.id(),
        resource.stage(),
        resource.batch(),
        problem.closed(resource).stream().map(span -> List.of(span.from(), span.to())).toList());
  }

  private static List<OrderView> orders(Planned planned) {
    List<OrderView> views = new ArrayList<>();
    int first = 0;
    for (Order order : planned.problem().orders()) {
      int count = order.operations().size();
      int end =
          count == 0 ? order.release() : planned.plan().operations().get(first + count - 1).end();
      views.add(
          new OrderView(
              order.id(),
              order.customer(),
              order.tonnes(),
              order.weight(),
              order.release(),
              order.due(),
              end,
              first,
              order.operations().stream().map(Operation::name).toList()));
      first += count;
    }
    return views;
  }

  private static BarsView bars(Planned planned, Map<String, Integer> families) {
    Map<String, Integer> resources = numbers(planned.problem());
    BarsView bars =
        new BarsView(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (Placed placed : planned.plan().operations()) {
      String family =
          planned
              .problem()
              .orders()
              .get(placed.order())
              .operations()
              .get(placed.operation())
              .family();
      bars.order().add(placed.order());
      bars.resource().add(Objects.requireNonNull(resources.get(placed.resource())));
      bars.family()
          .add(family == null ? -1 : families.computeIfAbsent(family, f -> families.size()));
      bars.setup().add(placed.setup());
      bars.start().add(placed.start());
      bars.end().add(placed.end());
    }
    return bars;
  }

  private static Map<String, Integer> numbers(PlantProblem problem) {
    Map<String, Integer> numbers = new HashMap<>();
    problem.resources().forEach(r -> numbers.put(r.id(), numbers.size()));
    return numbers;
  }

  /** What a change of the draft changed; both plans are of the same orders. */
  static PlanChange change(Draft.Sheet before, Draft.Sheet after, long beginNanos) {
    Map<String, Integer> resources = numbers(after.planned().problem());
    List<Placed> old = before.planned().plan().operations();
    List<Placed> now = after.planned().plan().operations();
    List<ChangedBar> bars = new ArrayList<>();
    for (int v = 0; v < now.size(); v++) {
      Placed placed = now.get(v);
      if (v >= old.size() || !placed.equals(old.get(v))) {
        bars.add(
            new ChangedBar(
                v,
                Objects.requireNonNull(resources.get(placed.resource())),
                placed.setup(),
                placed.start(),
                placed.end()));
      }
    }
    return new PlanChange(
        head(after),
        PlantFigures.of(after.planned().problem(), after.planned().plan()),
        bars,
        (System.nanoTime() - beginNanos) / 1e6);
  }
}
