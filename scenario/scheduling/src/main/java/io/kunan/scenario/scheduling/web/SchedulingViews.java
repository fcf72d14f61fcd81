package io.kunan.scenario.scheduling.web;

import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantLoad;
import io.kunan.engine.optimise.plant.Promise;
import io.kunan.engine.optimise.plant.Repair;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.Text;
import io.kunan.platform.jobs.Job;
import io.kunan.scenario.scheduling.internal.OrderChange;
import io.kunan.scenario.scheduling.internal.PlanRuns;
import io.kunan.scenario.scheduling.internal.PlanVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the planner's pages are made of. Times are minutes from the start of the plan. */
final class SchedulingViews {
  private SchedulingViews() {}

  record PlannedPlantView(
      int assetId,
      Text name,
      boolean virtual,
      int orders,
      int operations,
      int resources,
      @Nullable PlanVersion newest) {}

  /** Closed times as pairs of minutes. */
  record ResourceView(String id, String stage, int batch, List<List<Integer>> closed) {}

  /**
   * An order.
   *
   * @param first place of its first bar; its others follow in the order of its route
   */
  record OrderView(
      String id,
      String customer,
      double tonnes,
      double weight,
      int release,
      int due,
      int end,
      int first,
      List<String> operations) {}

  /**
   * All bars, one place in each list for a bar.
   *
   * @param order place of its order
   * @param resource place of its resource
   * @param family place of its family, −1 for none
   */
  record BarsView(
      List<Integer> order,
      List<Integer> resource,
      List<Integer> family,
      List<Integer> setup,
      List<Integer> start,
      List<Integer> end) {}

  /** Where a draft stands. */
  record DraftHead(int version, long revision, int undo, int redo, boolean unsaved) {}

  record PlanView(
      int assetId,
      String name,
      boolean virtual,
      Instant startsAt,
      String zone,
      int now,
      DraftHead draft,
      PlantFigures figures,
      List<String> families,
      List<ResourceView> resources,
      List<OrderView> orders,
      BarsView bars) {}

  /** One bar that changed, by its place. */
  record ChangedBar(int place, int resource, int setup, int start, int end) {}

  record PlanChange(
      DraftHead draft, PlantFigures figures, List<ChangedBar> bars, double milliseconds) {}

  record RunView(double seconds, List<PlanRuns.Better> course, @Nullable Job job) {}

  record LoadView(List<PlantLoad> days, List<PlantLoad> whole) {}

  record PromiseView(
      String order,
      int end,
      int due,
      boolean onTime,
      List<Promise.Displaced> displaced,
      List<Promise.Choice> choices,
      double seconds) {}

  /** What standing still does; from minute {@code metAgain} on no bar of the plan is moved. */
  record RepairView(
      Repair.Moved moved,
      int metAgain,
      PlantFigures figures,
      Repair.Moved shiftedMoved,
      PlantFigures shifted,
      PlantFigures before,
      double seconds) {}

  /** A column a table may have; {@code id} is its English header. */
  record SheetColumnView(String id, Text name, boolean needed) {}

  /** A table a plant can be made of. */
  record SheetKindView(String kind, List<SheetColumnView> columns) {}

  /** A header: the column it is taken for, or one it may be meant for. */
  record SheetHeaderView(String name, @Nullable String field, @Nullable String suggestion) {}

  /**
   * A table as it was read.
   *
   * @param lines below its header
   * @param taken lines that could be used
   * @param keptFrom when it was taken, null when it is given now
   */
  record SheetTableView(
      String kind,
      String file,
      int lines,
      int taken,
      @Nullable Instant keptFrom,
      List<SheetHeaderView> headers,
      List<List<String>> sample) {}

  /** A cell that cannot be used. */
  record SheetFaultView(
      String file,
      long line,
      String field,
      String value,
      @Sentence String allowed,
      @Sentence String remedy) {}

  /**
   * What tables make.
   *
   * @param faults the first of them
   * @param changes of orders against the plan on the desk, the first of them
   * @param counted number of changes of each kind
   * @param before figures of the plan on the desk, after those of the first plan
   * @param opened whether the plant is planned now
   */
  record SheetsView(
      Instant startsAt,
      List<SheetTableView> tables,
      int machines,
      int orders,
      int operations,
      List<SheetFaultView> faults,
      int faultCount,
      List<OrderChange> changes,
      Map<OrderChange.What, Integer> counted,
      @Nullable PlantFigures before,
      @Nullable PlantFigures after,
      boolean opened) {}

  /**
   * A report that was not taken.
   *
   * @param line of the table or the list, from 1
   * @param value what stands there
   * @param reason why, or what is allowed
   */
  record ReportFaultView(
      long line, String field, String value, @Sentence String reason, @Sentence String remedy) {}

  /** What came of reports: how many were taken, and what the plan has become. */
  record ReportsView(
      int taken,
      List<ReportFaultView> faults,
      Repair.Moved moved,
      PlantFigures before,
      PlantFigures after,
      DraftHead draft) {}

  record ReportsBody(@Nullable List<ReportBody> reports) {}

  /** What happened to an operation, by its place in the route. */
  record ReportBody(
      @Nullable String order,
      @Nullable Integer operation,
      @Nullable String resource,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Double scrapTonnes) {}

  /** One line of a dispatch list. */
  record DispatchLine(
      String resource,
      int sequence,
      Instant start,
      Instant end,
      int setupMinutes,
      String order,
      String operation,
      @Nullable String family,
      double tonnes,
      String customer) {}

  record OpenBody(
      @Nullable Integer assetId,
      @Nullable Integer orders,
      @Nullable Integer days,
      @Nullable Long seed) {}

  record RunBody(@Nullable Double seconds) {}

  record MoveBody(
      @Nullable Long revision,
      @Nullable String order,
      @Nullable Integer operation,
      @Nullable String resource,
      @Nullable Integer minute) {}

  record NoteBody(@Nullable String note) {}

  /** An order that is asked for: made like a known one. */
  record PromiseBody(
      @Nullable String like,
      @Nullable String id,
      @Nullable String customer,
      @Nullable Double tonnes,
      @Nullable Integer release,
      @Nullable Integer due,
      @Nullable Double weight,
      @Nullable Boolean take) {}

  /** A machine that stands still. */
  record RepairBody(
      @Nullable String resource,
      @Nullable Integer from,
      @Nullable Integer to,
      @Nullable Double seconds,
      @Nullable Boolean take) {}
}
