package io.kunan.scenario.scheduling.internal;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlanUnderWay;
import io.kunan.engine.optimise.plant.PlanUnderWay.Actual;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSolver;
import io.kunan.kernel.AssetId;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plants, the drafts of their plans, and the versions kept of them. */
@Component
public class PlanDesk {
  private final PlantStore store;
  private final AuditTrail audit;
  private final Clock clock;
  private final Map<AssetId, Draft> drafts = new ConcurrentHashMap<>();

  /** Plants as they were read last; a plant is thousands of operations to parse. */
  private final Map<AssetId, PlannedPlant> plants = new ConcurrentHashMap<>();

  PlanDesk(PlantStore store, AuditTrail audit, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  /** The assets that are planned. */
  public List<AssetId> plants() {
    return store.plants();
  }

  public PlannedPlant plant(AssetId asset) {
    return find(asset).orElseThrow(() -> Refusal.notFound("A plan for asset " + asset.value()));
  }

  /** The plant, when the asset is planned. */
  public Optional<PlannedPlant> find(AssetId asset) {
    PlannedPlant known = plants.get(asset);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<PlannedPlant> read = store.find(asset);
    read.ifPresent(plant -> plants.put(asset, plant));
    return read;
  }

  /** The minute of a plant's plan it is now. */
  public int now(PlannedPlant plant) {
    return plant.minute(clock.instant());
  }

  /**
   * A first plan; of a real plant nothing is planned into the past but what has happened.
   *
   * @param actuals what has begun
   */
  Planned byRules(PlannedPlant plant, List<Actual> actuals) {
    try {
      Planned planned = byRules(plant, plant.problem());
      if (actuals.isEmpty()) {
        return planned;
      }
      PlanUnderWay underWay =
          PlanUnderWay.of(planned.problem(), planned.plan(), actuals, now(plant));
      return byRules(plant, underWay.problem());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private Planned byRules(PlannedPlant plant, PlantProblem problem) throws InterruptedException {
    SolveOptions rules = new SolveOptions(Engine.RULES, null, null, 1, 1);
    int from = plant.virtual() ? 0 : now(plant);
    return new Planned(
        problem, PlantSolver.solve(problem, from, rules, SolveMonitor.none()).plan());
  }

  /** Keeps a plant and its first plan, made by the rules alone. */
  @Transactional
  public PlanVersion open(PlannedPlant plant, String by) {
    return open(plant, byRules(plant, List.of()), by);
  }

  /** Keeps a plant and a first plan of it. */
  @Transactional
  public PlanVersion open(PlannedPlant plant, Planned planned, String by) {
    store.put(plant, clock.instant(), by);
    AfterCommit.run(
        () -> {
          drafts.remove(plant.asset());
          plants.remove(plant.asset());
        });
    audit.record(
        "SCHEDULE_PLANT_PUT",
        "asset %d".formatted(plant.asset().value()),
        Map.of("orders", plant.problem().orders().size(), "virtual", plant.virtual()));
    return store.add(plant.asset(), planned, "rules", clock.instant(), by);
  }

  /** The draft of a plant, made from its newest version when there is none yet. */
  public Draft draft(AssetId asset) {
    return drafts.computeIfAbsent(asset, this::newest);
  }

  private Draft newest(AssetId asset) {
    return store.versions(asset).stream()
        .findFirst()
        .map(version -> new Draft(version(asset, version.version()), version.version()))
        .orElseThrow(() -> Refusal.notFound("A plan for asset " + asset.value()));
  }

  public List<PlanVersion> versions(AssetId asset) {
    return store.versions(asset);
  }

  /** A version with its plan. */
  public Planned version(AssetId asset, int version) {
    return store.open(asset, version).orElseThrow(() -> Refusal.notFound("Version " + version));
  }

  /**
   * Plans side by side: the one in force, or the newest version where none is, then the draft, then
   * others.
   *
   * @param others versions that are asked for
   */
  public PlanComparison compare(PlannedPlant plant, List<Integer> others) {
    AssetId asset = plant.asset();
    List<PlanVersion> versions = store.versions(asset);
    PlanVersion last =
        versions.stream()
            .filter(version -> version.state() == PlanState.PUBLISHED)
            .findFirst()
            .or(() -> versions.stream().findFirst())
            .orElseThrow(() -> Refusal.notFound("A plan for asset " + asset.value()));
    List<PlanComparison.Named> plans = new ArrayList<>();
    plans.add(new PlanComparison.Named(last, version(asset, last.version())));
    plans.add(new PlanComparison.Named(null, draft(asset).sheet().planned()));
    for (int other : others) {
      PlanVersion version =
          versions.stream()
              .filter(one -> one.version() == other)
              .findFirst()
              .orElseThrow(() -> Refusal.notFound("Version " + other));
      plans.add(new PlanComparison.Named(version, version(asset, other)));
    }
    return PlanComparison.of(plans, now(plant));
  }

  /** Lays another version on the desk; can be taken back. */
  public Draft.Sheet lay(AssetId asset, int version) {
    Draft draft = draft(asset);
    Planned planned = version(asset, version);
    Draft.Sheet sheet = draft.put(planned, draft.sheet().revision());
    draft.kept(planned, version);
    return sheet;
  }

  /** Replaces the draft by a change made from one of its revisions. */
  public Draft.Sheet put(AssetId asset, Planned changed, long revision) {
    return draft(asset).put(changed, revision);
  }

  public Draft.Sheet undo(AssetId asset) {
    return draft(asset).undo();
  }

  public Draft.Sheet redo(AssetId asset) {
    return draft(asset).redo();
  }

  /** Keeps the draft as a version. */
  @Transactional
  public PlanVersion keep(AssetId asset, String note, String by) {
    Draft draft = draft(asset);
    Planned planned = draft.sheet().planned();
    PlanVersion version = store.add(asset, planned, note, clock.instant(), by);
    draft.kept(planned, version.version());
    audit.record(
        "PLAN_KEPT",
        "asset %d, plan %d".formatted(asset.value(), version.version()),
        Map.of("note", note, "weightedTardinessHours", version.weightedTardinessHours()));
    return version;
  }

  /** Puts a version in force. */
  @Transactional
  public PlanVersion publish(AssetId asset, int version, String by) {
    PlanVersion published =
        store
            .publish(asset, version, clock.instant(), by)
            .orElseThrow(() -> Refusal.notFound("Version " + version));
    audit.record(
        "PLAN_PUBLISHED",
        "asset %d, plan %d".formatted(asset.value(), version),
        Map.of("weightedTardinessHours", published.weightedTardinessHours()));
    return published;
  }

  /** The plan in force. */
  public Planned inForce(AssetId asset) {
    return store.versions(asset).stream()
        .filter(version -> version.state() == PlanState.PUBLISHED)
        .findFirst()
        .map(version -> version(asset, version.version()))
        .orElseThrow(() -> Refusal.conflict("No plan is in force", "publish a version first"));
  }
}
