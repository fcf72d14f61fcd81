package io.kunan.scenario.scheduling.web;

import static io.kunan.scenario.scheduling.web.PlanDeskEndpoints.given;

import io.kunan.engine.optimise.plant.ActualSheet;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.scheduling.internal.BarMoves;
import io.kunan.scenario.scheduling.internal.Draft;
import io.kunan.scenario.scheduling.internal.OperationReport;
import io.kunan.scenario.scheduling.internal.PlanDesk;
import io.kunan.scenario.scheduling.internal.PlanRuns;
import io.kunan.scenario.scheduling.internal.PlannedPlant;
import io.kunan.scenario.scheduling.internal.ReportDesk;
import io.kunan.scenario.scheduling.web.SchedulingViews.ReportBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.ReportFaultView;
import io.kunan.scenario.scheduling.web.SchedulingViews.ReportsBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.ReportsView;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What happened to operations: by hand, from a table, or from another system. */
@RestController
@RequestMapping("/api/scheduling/{assetId}/actuals")
@Requires(Role.OPERATOR)
class ReportEndpoints {
  private final ReportDesk reports;
  private final PlanDesk desk;
  private final PlanRuns runs;
  private final SiteAccess sites;
  private final Assets assets;
  private final Clock clock;

  ReportEndpoints(
      ReportDesk reports,
      PlanDesk desk,
      PlanRuns runs,
      SiteAccess sites,
      Assets assets,
      Clock clock) {
    this.reports = reports;
    this.desk = desk;
    this.runs = runs;
    this.sites = sites;
    this.assets = assets;
    this.clock = clock;
  }

  /** All reports, the newest first. */
  @GetMapping
  @Requires(Role.VIEWER)
  List<OperationReport> list(@PathVariable int assetId, Caller caller) {
    return reports.reports(PlanDeskEndpoints.asset(sites, assetId, caller).id());
  }

  /**
   * Takes reports and times the plan on the desk anew around all there are; an empty list only does
   * the latter. A report that cannot be is answered with its reason and left out.
   */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ReportsView report(@PathVariable int assetId, @RequestBody ReportsBody body, Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    Planned planned = desk.draft(plant.asset()).sheet().planned();
    List<OperationReport> all = new ArrayList<>();
    for (ReportBody one : body.reports() == null ? List.<ReportBody>of() : body.reports()) {
      all.add(report(planned, one, caller));
    }
    return view(reports.report(plant, all, caller.username()), all, List.of(), List.of());
  }

  private OperationReport report(Planned planned, ReportBody body, Caller caller) {
    int order = BarMoves.order(planned.problem(), given("order", body.order()));
    int operation = given("operation", body.operation());
    List<Operation> route = planned.problem().orders().get(order).operations();
    if (operation < 0 || operation >= route.size()) {
      throw new InputException(
          "operation", "it is " + operation, "give 0 to " + (route.size() - 1));
    }
    double scrap = body.scrapTonnes() == null ? 0 : body.scrapTonnes();
    if (!(scrap >= 0)) {
      throw new InputException("scrapTonnes", "it is " + scrap, "give 0 or more");
    }
    return report(
        planned,
        order,
        operation,
        body.resource(),
        given("start", body.start()),
        body.end(),
        scrap,
        caller);
  }

  private OperationReport report(
      Planned planned,
      int order,
      int operation,
      @Nullable String resource,
      Instant start,
      @Nullable Instant end,
      double scrap,
      Caller caller) {
    Order of = planned.problem().orders().get(order);
    return new OperationReport(
        of.id(),
        operation,
        of.operations().get(operation).name(),
        resource == null || resource.isBlank() ? planned(planned, order, operation) : resource,
        start,
        end,
        scrap,
        clock.instant(),
        caller.username());
  }

  private static String planned(Planned planned, int order, int operation) {
    return planned.plan().operations().stream()
        .filter(p -> p.order() == order && p.operation() == operation)
        .map(Placed::resource)
        .findFirst()
        .orElseThrow();
  }

  /** Takes reports from a CSV table with the columns of {@code templates/actuals.csv}. */
  @PostMapping(path = "/table", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ReportsView table(
      @PathVariable int assetId, @RequestParam("file") MultipartFile file, Caller caller)
      throws IOException {
    PlannedPlant plant = free(assetId, caller);
    Planned planned = desk.draft(plant.asset()).sheet().planned();
    Sheet sheet = SheetEndpoints.sheet("actuals", file);
    ActualSheet read =
        ActualSheet.read(sheet, planned.problem(), assets.tree().zone(plant.asset()));
    List<OperationReport> all = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    for (ActualSheet.Row row : read.rows()) {
      lines.add(row.line());
      all.add(
          report(
              planned,
              row.order(),
              row.operation(),
              row.resource(),
              row.start(),
              row.end(),
              row.scrapTonnes(),
              caller));
    }
    List<ReportFaultView> faults =
        read.faults().stream()
            .map(f -> new ReportFaultView(f.line(), f.field(), f.value(), f.allowed(), f.remedy()))
            .toList();
    return view(reports.report(plant, all, caller.username()), all, lines, faults);
  }

  /** Takes a report back. */
  @DeleteMapping("/{order}/{operation}")
  ReportsView withdraw(
      @PathVariable int assetId,
      @PathVariable String order,
      @PathVariable int operation,
      Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    return view(reports.withdraw(plant, order, operation), List.of(), List.of(), List.of());
  }

  /**
   * @param all reports that were asked for
   * @param lines of the table they stand in, none for a list
   */
  private static ReportsView view(
      ReportDesk.Timed timed,
      List<OperationReport> all,
      List<Long> lines,
      List<ReportFaultView> unread) {
    List<ReportFaultView> faults = new ArrayList<>(unread);
    int taken = all.size();
    for (ReportDesk.Refused refused : timed.refused()) {
      OperationReport report = refused.report();
      int place = all.indexOf(report);
      taken -= place < 0 ? 0 : 1;
      faults.add(
          new ReportFaultView(
              place < 0 ? 0 : lines.isEmpty() ? place + 1 : lines.get(place),
              report.step(),
              report.order(),
              refused.reason(),
              refused.remedy()));
    }
    return new ReportsView(
        taken,
        faults,
        timed.moved(),
        figures(timed.before()),
        figures(timed.after()),
        PlanComposer.head(timed.after()));
  }

  private static PlantFigures figures(Draft.Sheet sheet) {
    return PlantFigures.of(sheet.planned().problem(), sheet.planned().plan());
  }

  private PlannedPlant free(int assetId, Caller caller) {
    PlannedPlant plant = desk.plant(PlanDeskEndpoints.asset(sites, assetId, caller).id());
    runs.requireNone(plant.asset());
    return plant;
  }
}
