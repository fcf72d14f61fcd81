package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.plant.PlanUnderWay;
import io.kunan.engine.optimise.plant.PlanUnderWay.Actual;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.Repair;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.Sentence;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.web.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened on the floor, and the draft timed anew around it. */
@Component
public class ReportDesk {
  private final ReportStore store;
  private final PlanDesk desk;
  private final AuditTrail audit;

  ReportDesk(ReportStore store, PlanDesk desk, AuditTrail audit) {
    this.store = store;
    this.desk = desk;
    this.audit = audit;
  }

  private record Key(String order, int operation) {}

  /** A report that cannot be. */
  public record Refused(OperationReport report, @Sentence String reason, @Sentence String remedy) {}

  /**
   * What came of it.
   *
   * @param refused reports that cannot be; they are not kept
   * @param moved how far the plan is from the one before
   */
  public record Timed(
      Draft.Sheet before, Draft.Sheet after, List<Refused> refused, Repair.Moved moved) {}

  /** All reports of a plant, the newest first. */
  public List<OperationReport> reports(AssetId asset) {
    return store.of(asset);
  }

  /** Takes reports and times the draft anew around all there are; none only times it anew. */
  @Transactional
  public Timed report(PlannedPlant plant, List<OperationReport> reports, String by) {
    Map<Key, OperationReport> all = byKey(store.of(plant.asset()));
    all.putAll(byKey(reports));
    Timed timed = time(plant, all);
    List<OperationReport> kept = new ArrayList<>(reports);
    timed.refused().forEach(one -> kept.remove(one.report()));
    kept.forEach(report -> store.put(plant.asset(), report));
    if (!reports.isEmpty()) {
      audit.record(
          "SCHEDULE_REPORTED",
          "asset %d".formatted(plant.asset().value()),
          Map.of("reports", kept.size(), "refused", reports.size() - kept.size(), "by", by));
    }
    return timed;
  }

  /** Takes a report back and times the draft anew without it. */
  @Transactional
  public Timed withdraw(PlannedPlant plant, String order, int operation) {
    if (!store.remove(plant.asset(), order, operation)) {
      throw Refusal.notFound("Report of order " + order);
    }
    audit.record(
        "SCHEDULE_REPORT_WITHDRAWN",
        "asset %d, order %s".formatted(plant.asset().value(), order),
        Map.of("operation", operation));
    return time(plant, byKey(store.of(plant.asset())));
  }

  private static Map<Key, OperationReport> byKey(List<OperationReport> reports) {
    Map<Key, OperationReport> all = new LinkedHashMap<>();
    reports.forEach(report -> all.put(new Key(report.order(), report.operation()), report));
    return all;
  }

  private Timed time(PlannedPlant plant, Map<Key, OperationReport> reports) {
    Draft.Sheet before = desk.draft(plant.asset()).sheet();
    PlantProblem meant = PlanUnderWay.unproven(before.planned().problem(), plant.problem());
    Map<Actual, OperationReport> actuals = actuals(plant, meant, reports);
    PlanUnderWay underWay =
        PlanUnderWay.of(
            meant, before.planned().plan(), List.copyOf(actuals.keySet()), desk.now(plant));
    List<Refused> refused = new ArrayList<>();
    underWay
        .refused()
        .forEach(
            one -> {
              OperationReport report = actuals.get(one.actual());
              if (report != null) {
                refused.add(new Refused(report, one.reason(), one.remedy()));
              }
            });
    Draft.Sheet after =
        desk.put(
            plant.asset(), new Planned(underWay.problem(), underWay.plan()), before.revision());
    return new Timed(before, after, refused, underWay.moved());
  }

  /**
   * What has begun of the orders of a plant that takes the place of another: what was reported, and
   * what the plan on the desk says.
   */
  List<Actual> begun(AssetId asset, PlannedPlant next) {
    Map<Key, OperationReport> all = new LinkedHashMap<>();
    desk.find(asset)
        .filter(old -> !old.virtual())
        .ifPresent(old -> all.putAll(byKey(begun(old, desk.draft(asset).sheet().planned()))));
    all.putAll(byKey(store.of(asset)));
    return List.copyOf(actuals(next, next.problem(), all).keySet());
  }

  private List<OperationReport> begun(PlannedPlant plant, Planned planned) {
    int now = desk.now(plant);
    List<OperationReport> begun = new ArrayList<>();
    for (Placed placed : planned.plan().operations()) {
      Order order = planned.problem().orders().get(placed.order());
      if (placed.start() < now) {
        begun.add(
            new OperationReport(
                order.id(),
                placed.operation(),
                order.operations().get(placed.operation()).name(),
                placed.resource(),
                plant.at(placed.start()),
                placed.end() > now ? null : plant.at(placed.end()),
                0,
                plant.at(now),
                ""));
      }
    }
    return begun;
  }

  /** The reports of steps that a plant has, in its minutes. */
  static Map<Actual, OperationReport> actuals(
      PlannedPlant plant, PlantProblem problem, Map<?, OperationReport> reports) {
    Map<String, Integer> orders = new HashMap<>();
    problem.orders().forEach(order -> orders.put(order.id(), orders.size()));
    Map<Actual, OperationReport> actuals = new LinkedHashMap<>();
    for (OperationReport report : reports.values()) {
      Integer order = orders.get(report.order());
      if (order != null && isStep(problem.orders().get(order), report)) {
        int start = plant.minute(report.start());
        Integer end =
            report.end() == null ? null : (Integer) Math.max(start + 1, plant.minute(report.end()));
        actuals.put(new Actual(order, report.operation(), report.resource(), start, end), report);
      }
    }
    return actuals;
  }

  private static boolean isStep(Order order, OperationReport report) {
    List<Operation> route = order.operations();
    return report.operation() < route.size()
        && route.get(report.operation()).name().equals(report.step());
  }
}
