package io.kunan.scenario.scheduling.web;

import io.kunan.engine.optimise.plant.PlantSheets;
import io.kunan.engine.optimise.plant.PlantSheets.Kind;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.scheduling.internal.PlanRuns;
import io.kunan.scenario.scheduling.internal.SheetDesk;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetKindView;
import io.kunan.scenario.scheduling.web.SchedulingViews.SheetsView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Machines, routes and orders out of tables. */
@RestController
@RequestMapping("/api/scheduling")
class SheetEndpoints {
  private static final long MOST_BYTES = 20 << 20;

  private final SheetDesk sheets;
  private final PlanRuns runs;
  private final SiteAccess sites;
  private final JsonMapper json;

  SheetEndpoints(SheetDesk sheets, PlanRuns runs, SiteAccess sites, JsonMapper json) {
    this.sheets = sheets;
    this.runs = runs;
    this.sites = sites;
    this.json = json;
  }

  /** The tables a plant can be made of, with their columns. */
  @GetMapping("/templates")
  @Requires(Role.VIEWER)
  List<SheetKindView> templates() {
    return SheetComposer.kinds();
  }

  /** A table to fill in: machines, setups, closed, routes or orders. */
  @GetMapping("/templates/{kind}.csv")
  @Requires(Role.VIEWER)
  ResponseEntity<byte[]> template(
      @PathVariable String kind, @RequestParam(defaultValue = "false") boolean chinese) {
    String text = PlantSheets.template(kind("kind", kind), chinese);
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(kind + ".csv").build().toString())
        .body(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Kind kind(String where, String id) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    where,
                    "it is “%s”".formatted(id),
                    "use one of "
                        + Arrays.stream(Kind.values())
                            .map(Kind::id)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * Reads tables, each a part of a form; of those that are not given the ones taken last are used.
   * What cannot be used is answered line by line, beside what would change. With {@code take} it
   * becomes the plant that is planned, with a first plan by the rules.
   *
   * @param columns what headers are, as JSON {@code {"orders": {"No.": "order", "state": ""}}},
   *     empty for none; remembered for the asset when the tables are taken
   */
  @PostMapping(path = "/{assetId}/sheets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Requires(Role.ENGINEER)
  SheetsView read(
      @PathVariable int assetId,
      @RequestParam(value = "machines", required = false) @Nullable MultipartFile machines,
      @RequestParam(value = "routes", required = false) @Nullable MultipartFile routes,
      @RequestParam(value = "orders", required = false) @Nullable MultipartFile orders,
      @RequestParam(value = "setups", required = false) @Nullable MultipartFile setups,
      @RequestParam(value = "closed", required = false) @Nullable MultipartFile closed,
      @RequestParam(required = false) @Nullable String columns,
      @RequestParam(required = false) @Nullable Instant startsAt,
      @RequestParam(defaultValue = "false") boolean take,
      Caller caller)
      throws IOException {
    Asset asset = PlanDeskEndpoints.asset(sites, assetId, caller);
    Map<Kind, Sheet> given = new EnumMap<>(Kind.class);
    put(given, Kind.MACHINES, machines);
    put(given, Kind.ROUTES, routes);
    put(given, Kind.ORDERS, orders);
    put(given, Kind.SETUPS, setups);
    put(given, Kind.CLOSED, closed);
    SheetDesk.Given all = new SheetDesk.Given(given, said(columns), startsAt);
    if (!take) {
      return SheetComposer.view(sheets.read(asset, all), false);
    }
    runs.requireNone(asset.id());
    return SheetComposer.view(sheets.take(asset, all, caller.username()), true);
  }

  private static void put(Map<Kind, Sheet> sheets, Kind kind, @Nullable MultipartFile file)
      throws IOException {
    if (file == null || file.isEmpty()) {
      return;
    }
    sheets.put(kind, sheet(kind.id(), file));
  }

  /** A table out of a part of a form. */
  static Sheet sheet(String part, MultipartFile file) throws IOException {
    if (file.getSize() > MOST_BYTES) {
      throw new InputException(
          part, "it is larger than 20 MB", "leave out what is not to be planned");
    }
    String name = file.getOriginalFilename();
    return Sheet.of(name == null || name.isBlank() ? part : name, file.getBytes());
  }

  private Map<Kind, Map<String, String>> said(@Nullable String columns) {
    Map<Kind, Map<String, String>> said = new EnumMap<>(Kind.class);
    if (columns == null || columns.isBlank()) {
      return said;
    }
    try {
      json.readValue(columns, new TypeReference<Map<String, Map<String, String>>>() {})
          .forEach((id, headers) -> said.put(kind("columns", id), headers));
      return said;
    } catch (JacksonException e) {
      throw new InputException(
          "columns",
          "it is “%s”".formatted(columns),
          "write such as {\"orders\": {\"No.\": \"order\"}}",
          e);
    }
  }
}
