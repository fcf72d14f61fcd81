package io.kunan.scenario.scheduling.web;

import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Operation;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.scheduling.internal.PlanDesk;
import io.kunan.scenario.scheduling.internal.PlannedPlant;
import io.kunan.scenario.scheduling.web.SchedulingViews.DispatchLine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The plan in force as a list of work for each resource. */
@RestController
@RequestMapping("/api/scheduling/{assetId}")
@Requires(Role.VIEWER)
class DispatchEndpoints {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final PlanDesk desk;
  private final SiteAccess sites;
  private final Assets assets;

  DispatchEndpoints(PlanDesk desk, SiteAccess sites, Assets assets) {
    this.desk = desk;
    this.sites = sites;
    this.assets = assets;
  }

  @GetMapping("/dispatch")
  List<DispatchLine> lines(
      @PathVariable int assetId,
      @RequestParam(required = false) @Nullable String resource,
      Caller caller) {
    return lines(desk.plant(PlanDeskEndpoints.asset(sites, assetId, caller).id()), resource);
  }

  /** Times by the plant's clock; with a byte order mark so that spreadsheets read Chinese. */
  @GetMapping("/dispatch.csv")
  ResponseEntity<byte[]> csv(
      @PathVariable int assetId,
      @RequestParam(required = false) @Nullable String resource,
      Caller caller) {
    PlannedPlant plant = desk.plant(PlanDeskEndpoints.asset(sites, assetId, caller).id());
    DateTimeFormatter time = TIME.withZone(zone(plant));
    StringBuilder text =
        new StringBuilder(
            "\uFEFFresource,sequence,start,end,setup_min,order,operation,family,tonnes,customer\r\n");
    for (DispatchLine line : lines(plant, resource)) {
      text.append(
          String.join(
              ",",
              cell(line.resource()),
              Integer.toString(line.sequence()),
              time.format(line.start()),
              time.format(line.end()),
              Integer.toString(line.setupMinutes()),
              cell(line.order()),
              cell(line.operation()),
              cell(line.family() == null ? "" : line.family()),
              Double.toString(line.tonnes()),
              cell(line.customer())));
      text.append("\r\n");
    }
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("dispatch.csv").build().toString())
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private ZoneId zone(PlannedPlant plant) {
    return assets.tree().zone(plant.asset());
  }

  private List<DispatchLine> lines(PlannedPlant plant, @Nullable String resource) {
    Planned planned = desk.inForce(plant.asset());
    Map<String, Integer> sequence = new HashMap<>();
    List<DispatchLine> lines = new ArrayList<>();
    planned.plan().operations().stream()
        .filter(placed -> resource == null || placed.resource().equals(resource))
        .sorted(Comparator.comparing(Placed::resource).thenComparingInt(Placed::start))
        .forEach(
            placed ->
                lines.add(
                    line(
                        plant,
                        planned,
                        placed,
                        sequence.merge(placed.resource(), 1, Math::addExact))));
    return lines;
  }

  private static DispatchLine line(
      PlannedPlant plant, Planned planned, Placed placed, int sequence) {
    Order order = planned.problem().orders().get(placed.order());
    Operation operation = order.operations().get(placed.operation());
    return new DispatchLine(
        placed.resource(),
        sequence,
        at(plant, placed.start()),
        at(plant, placed.end()),
        placed.setup(),
        order.id(),
        operation.name(),
        operation.family(),
        order.tonnes(),
        order.customer());
  }

  private static Instant at(PlannedPlant plant, int minute) {
    return plant.startsAt().plus(Duration.ofMinutes(minute));
  }

  /** Plain text even where a spreadsheet would see a formula. */
  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
