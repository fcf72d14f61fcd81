package io.kunan.scenario.scheduling.web;

import io.kunan.engine.optimise.plant.Lateness;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantGenerator;
import io.kunan.engine.optimise.plant.PlantLoad;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.scheduling.internal.BarMoves;
import io.kunan.scenario.scheduling.internal.PlanComparison;
import io.kunan.scenario.scheduling.internal.PlanDesk;
import io.kunan.scenario.scheduling.internal.PlanRuns;
import io.kunan.scenario.scheduling.internal.PlanVersion;
import io.kunan.scenario.scheduling.internal.PlannedPlant;
import io.kunan.scenario.scheduling.web.SchedulingViews.LoadView;
import io.kunan.scenario.scheduling.web.SchedulingViews.OpenBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.PlanView;
import io.kunan.scenario.scheduling.web.SchedulingViews.PlannedPlantView;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plants that are planned, and what their plan says. */
@RestController
@RequestMapping("/api/scheduling")
@Requires(Role.VIEWER)
class SchedulingEndpoints {
  private static final int MOST_COMPARED = 6;

  private final PlanDesk desk;
  private final PlanRuns runs;
  private final PlanComposer composer;
  private final Assets assets;
  private final SiteAccess sites;
  private final Clock clock;

  SchedulingEndpoints(
      PlanDesk desk,
      PlanRuns runs,
      PlanComposer composer,
      Assets assets,
      SiteAccess sites,
      Clock clock) {
    this.desk = desk;
    this.runs = runs;
    this.composer = composer;
    this.assets = assets;
    this.sites = sites;
    this.clock = clock;
  }

  @GetMapping
  List<PlannedPlantView> plants(Caller caller) {
    return desk.plants().stream()
        .filter(asset -> sites.covers(caller, asset))
        .map(this::view)
        .toList();
  }

  private PlannedPlantView view(AssetId id) {
    PlannedPlant plant = desk.plant(id);
    PlantProblem problem = plant.problem();
    return new PlannedPlantView(
        id.value(),
        assets.tree().get(id).name(),
        plant.virtual(),
        problem.orders().size(),
        problem.operations(),
        problem.resources().size(),
        desk.versions(id).stream().findFirst().orElse(null));
  }

  /** Generates a virtual plant with open orders. */
  @PostMapping
  @Requires(Role.ENGINEER)
  @ResponseStatus(HttpStatus.CREATED)
  PlannedPlantView generate(@RequestBody OpenBody body, Caller caller) {
    AssetId asset = asset(body.assetId() == null ? 0 : body.assetId(), caller);
    PlantProblem problem =
        PlantGenerator.generate(
            body.orders() == null ? 700 : body.orders(),
            body.days() == null ? 20 : body.days(),
            body.seed() == null ? 1 : body.seed());
    return opened(asset, true, today(asset), problem, caller);
  }

  /** Takes a plant with its orders, in the form of docs/scenarios/scheduling.md. */
  @PostMapping(path = "/{assetId}/plant", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Requires(Role.ENGINEER)
  @ResponseStatus(HttpStatus.CREATED)
  PlannedPlantView take(
      @PathVariable int assetId,
      @RequestBody String text,
      @RequestParam(required = false) @Nullable Instant startsAt,
      Caller caller) {
    AssetId asset = asset(assetId, caller);
    PlantProblem problem = PlantFile.parse("plant", text);
    return opened(asset, false, startsAt == null ? today(asset) : startsAt, problem, caller);
  }

  private PlannedPlantView opened(
      AssetId asset, boolean virtual, Instant startsAt, PlantProblem problem, Caller caller) {
    runs.requireNone(asset);
    if (problem.orders().isEmpty()) {
      throw new InputException("orders", "there are none", "give at least one");
    }
    desk.open(new PlannedPlant(asset, startsAt, virtual, problem), caller.username());
    return view(asset);
  }

  /** Midnight of today by the plant's clock. */
  private Instant today(AssetId asset) {
    return clock
        .instant()
        .atZone(assets.tree().zone(asset))
        .truncatedTo(ChronoUnit.DAYS)
        .toInstant();
  }

  /** The plan on the desk. */
  @GetMapping("/{assetId}/plan")
  PlanView plan(@PathVariable int assetId, Caller caller) {
    PlannedPlant plant = desk.plant(asset(assetId, caller));
    return composer.compose(plant, desk.draft(plant.asset()).sheet());
  }

  /** Why an order ends when it ends, and what could be done. */
  @GetMapping("/{assetId}/orders/{order}/why")
  Lateness why(@PathVariable int assetId, @PathVariable String order, Caller caller) {
    Planned planned = draft(assetId, caller);
    BarMoves.order(planned.problem(), order);
    return Lateness.explain(planned.problem(), planned.plan(), order);
  }

  /** How busy resources are, day by day and over the whole plan. */
  @GetMapping("/{assetId}/load")
  LoadView load(@PathVariable int assetId, Caller caller) {
    Planned planned = draft(assetId, caller);
    return new LoadView(
        PlantLoad.of(planned.problem(), planned.plan()),
        PlantLoad.bottlenecks(planned.problem(), planned.plan()));
  }

  /**
   * Plans side by side: the last one (in force, or the newest version), the draft, and the versions
   * asked for.
   */
  @GetMapping("/{assetId}/comparison")
  PlanComparison compare(
      @PathVariable int assetId,
      @RequestParam(defaultValue = "") List<Integer> versions,
      Caller caller) {
    if (versions.size() > MOST_COMPARED) {
      throw new InputException(
          "versions", "there are " + versions.size(), "give at most " + MOST_COMPARED);
    }
    return desk.compare(desk.plant(asset(assetId, caller)), versions);
  }

  @GetMapping("/{assetId}/versions")
  List<PlanVersion> versions(@PathVariable int assetId, Caller caller) {
    return desk.versions(desk.plant(asset(assetId, caller)).asset());
  }

  private Planned draft(int assetId, Caller caller) {
    return desk.draft(desk.plant(asset(assetId, caller)).asset()).sheet().planned();
  }

  private AssetId asset(int assetId, Caller caller) {
    Asset asset = PlanDeskEndpoints.asset(sites, assetId, caller);
    return asset.id();
  }
}
