package io.kunan.scenario.scheduling.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.Asset;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.scheduling.internal.BarMoves;
import io.kunan.scenario.scheduling.internal.Draft;
import io.kunan.scenario.scheduling.internal.PlanDesk;
import io.kunan.scenario.scheduling.internal.PlanRuns;
import io.kunan.scenario.scheduling.internal.PlanVersion;
import io.kunan.scenario.scheduling.internal.PlannedPlant;
import io.kunan.scenario.scheduling.web.SchedulingViews.DraftHead;
import io.kunan.scenario.scheduling.web.SchedulingViews.MoveBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.NoteBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.PlanChange;
import io.kunan.scenario.scheduling.web.SchedulingViews.RunBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.RunView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a planner does to a plan. */
@RestController
@RequestMapping("/api/scheduling/{assetId}")
@Requires(Role.ENGINEER)
class PlanDeskEndpoints {
  private static final double MOST_SECONDS = 3_600;

  private final PlanDesk desk;
  private final PlanRuns runs;
  private final SiteAccess sites;
  private final BarMoves moves;

  PlanDeskEndpoints(PlanDesk desk, PlanRuns runs, SiteAccess sites, BarMoves moves) {
    this.desk = desk;
    this.runs = runs;
    this.sites = sites;
    this.moves = moves;
  }

  /** Drags one bar; answers every bar that moved, or why it cannot be. */
  @PostMapping("/moves")
  PlanChange move(@PathVariable int assetId, @RequestBody MoveBody body, Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    long begin = System.nanoTime();
    BarMoves.Move move =
        new BarMoves.Move(
            given("order", body.order()),
            given("operation", body.operation()),
            given("resource", body.resource()),
            given("minute", body.minute()));
    Draft.Sheet before = desk.draft(plant.asset()).sheet();
    return PlanComposer.change(
        before, moves.move(plant, move, given("revision", body.revision())), begin);
  }

  @PostMapping("/undo")
  DraftHead undo(@PathVariable int assetId, Caller caller) {
    return PlanComposer.head(desk.undo(free(assetId, caller).asset()));
  }

  @PostMapping("/redo")
  DraftHead redo(@PathVariable int assetId, Caller caller) {
    return PlanComposer.head(desk.redo(free(assetId, caller).asset()));
  }

  /** Searches a better plan in the background, from what lies on the desk. */
  @PostMapping("/run")
  @ResponseStatus(HttpStatus.ACCEPTED)
  RunView run(@PathVariable int assetId, @RequestBody RunBody body, Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    double seconds = body.seconds() == null ? 60 : body.seconds();
    if (!(seconds >= 1 && seconds <= MOST_SECONDS)) {
      throw new InputException("seconds", "it is " + seconds, "give 1 to 3600");
    }
    return view(runs.start(plant, seconds));
  }

  /** The last run: how far it is and how good. Stop it through its job. */
  @GetMapping("/run")
  @Requires(Role.VIEWER)
  @Nullable RunView run(@PathVariable int assetId, Caller caller) {
    return runs.last(plant(assetId, caller).asset()).map(this::view).orElse(null);
  }

  private RunView view(PlanRuns.Run run) {
    return new RunView(run.seconds(), run.course(), runs.job(run).orElse(null));
  }

  /** Keeps the plan on the desk as a version. */
  @PostMapping("/versions")
  @ResponseStatus(HttpStatus.CREATED)
  PlanVersion keep(@PathVariable int assetId, @RequestBody NoteBody body, Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    return desk.keep(plant.asset(), body.note() == null ? "" : body.note(), caller.username());
  }

  /** Lays a version on the desk. */
  @PostMapping("/versions/{version}/lay")
  DraftHead lay(@PathVariable int assetId, @PathVariable int version, Caller caller) {
    return PlanComposer.head(desk.lay(free(assetId, caller).asset(), version));
  }

  /** Puts a version in force; its dispatch lists are what machines work by. */
  @PostMapping("/versions/{version}/publish")
  PlanVersion publish(@PathVariable int assetId, @PathVariable int version, Caller caller) {
    return desk.publish(plant(assetId, caller).asset(), version, caller.username());
  }

  private PlannedPlant plant(int assetId, Caller caller) {
    return desk.plant(asset(sites, assetId, caller).id());
  }

  /** The plant, when no search is under way for it. */
  private PlannedPlant free(int assetId, Caller caller) {
    PlannedPlant plant = plant(assetId, caller);
    runs.requireNone(plant.asset());
    return plant;
  }

  /** The asset, or 404 when it does not exist for the person. */
  static Asset asset(SiteAccess sites, int assetId, Caller caller) {
    if (assetId <= 0) {
      throw Refusal.notFound("Asset " + assetId);
    }
    return sites.asset(caller, new AssetId(assetId));
  }

  /** A field of a body that must be given. */
  static <T> T given(String field, @Nullable T value) {
    if (value == null || (value instanceof String text && text.isBlank())) {
      throw new InputException(field, "it is missing", "give it");
    }
    return value;
  }
}
