package io.kunan.scenario.scheduling.web;

import static io.kunan.scenario.scheduling.web.PlanDeskEndpoints.given;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantFigures;
import io.kunan.engine.optimise.plant.PlantFile.Planned;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.engine.optimise.plant.Promise;
import io.kunan.engine.optimise.plant.Repair;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.kunan.scenario.scheduling.internal.BarMoves;
import io.kunan.scenario.scheduling.internal.Draft;
import io.kunan.scenario.scheduling.internal.PlanDesk;
import io.kunan.scenario.scheduling.internal.PlanRuns;
import io.kunan.scenario.scheduling.internal.PlannedPlant;
import io.kunan.scenario.scheduling.web.SchedulingViews.PromiseBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.PromiseView;
import io.kunan.scenario.scheduling.web.SchedulingViews.RepairBody;
import io.kunan.scenario.scheduling.web.SchedulingViews.RepairView;
import java.time.Duration;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a new order or a standstill would do to the plan on the desk. */
@RestController
@RequestMapping("/api/scheduling/{assetId}")
@Requires(Role.ENGINEER)
class PlanAnswersEndpoints {
  private static final Duration PROMISE = Duration.ofMillis(1_200);

  private final PlanDesk desk;
  private final PlanRuns runs;
  private final SiteAccess sites;

  PlanAnswersEndpoints(PlanDesk desk, PlanRuns runs, SiteAccess sites) {
    this.desk = desk;
    this.runs = runs;
    this.sites = sites;
  }

  /** When a new order can be ready; with {@code take} it goes into the plan on the desk. */
  @PostMapping("/promise")
  PromiseView promise(@PathVariable int assetId, @RequestBody PromiseBody body, Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    Draft.Sheet before = desk.draft(plant.asset()).sheet();
    Planned planned = before.planned();
    PlantProblem problem = planned.problem();
    Order like = problem.orders().get(BarMoves.order(problem, given("like", body.like())));
    int release = Math.max(desk.now(plant), body.release() == null ? 0 : body.release());
    Order order =
        new Order(
            given("id", body.id()),
            body.customer() == null ? "" : body.customer(),
            body.tonnes() == null ? like.tonnes() : body.tonnes(),
            release,
            given("due", body.due()),
            body.weight() == null ? like.weight() : body.weight(),
            like.operations());
    Promise promise = promise(plant, planned, order);
    if (Boolean.TRUE.equals(body.take())) {
      desk.put(
          plant.asset(),
          new Planned(promise.problem().withFrozen(problem.frozen()), promise.plan()),
          before.revision());
    }
    return new PromiseView(
        promise.order(),
        promise.end(),
        promise.due(),
        promise.onTime(),
        promise.displaced(),
        promise.choices(),
        promise.seconds());
  }

  private Promise promise(PlannedPlant plant, Planned planned, Order order) {
    SolveOptions options = new SolveOptions(Engine.SEARCH, PROMISE, null, 1, 1);
    try {
      int now = desk.now(plant);
      return Promise.of(BarMoves.underway(planned, now), planned.plan(), order, options);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What a standstill does and how the plan can be mended; with {@code take} it is. */
  @PostMapping("/repair")
  RepairView repair(@PathVariable int assetId, @RequestBody RepairBody body, Caller caller) {
    PlannedPlant plant = free(assetId, caller);
    Draft.Sheet before = desk.draft(plant.asset()).sheet();
    Planned planned = before.planned();
    int now = desk.now(plant);
    PlantProblem hit = closed(planned, body, now);
    double seconds = Math.clamp(body.seconds() == null ? 4 : body.seconds(), 0.1, 60);
    SolveOptions options =
        new SolveOptions(Engine.SEARCH, Duration.ofMillis((long) (seconds * 1_000)), null, 1, 1);
    Repair repair =
        Repair.of(
            BarMoves.underway(new Planned(hit, planned.plan()), now), planned.plan(), now, options);
    if (Boolean.TRUE.equals(body.take())) {
      desk.put(plant.asset(), new Planned(hit, repair.plan()), before.revision());
    }
    return new RepairView(
        repair.moved(),
        repair.metAgain(),
        repair.figures(),
        repair.shiftedMoved(),
        repair.shifted(),
        PlantFigures.of(planned.problem(), planned.plan()),
        repair.seconds());
  }

  /** The plant with a resource closed; what runs on it now is finished first. */
  private static PlantProblem closed(Planned planned, RepairBody body, int now) {
    String resource = given("resource", body.resource());
    if (planned.problem().resources().stream().noneMatch(r -> r.id().equals(resource))) {
      throw Refusal.notFound("Resource " + resource);
    }
    int from = Math.max(now, given("from", body.from()));
    for (var placed : planned.plan().operations()) {
      if (placed.resource().equals(resource) && placed.start() < now) {
        from = Math.max(from, placed.end());
      }
    }
    int to = given("to", body.to());
    if (to <= from) {
      throw new InputException("to", "it is " + to, "give a minute after " + from);
    }
    return planned.problem().closing(resource, new Span(from, to));
  }

  private PlannedPlant free(int assetId, Caller caller) {
    PlannedPlant plant = desk.plant(PlanDeskEndpoints.asset(sites, assetId, caller).id());
    runs.requireNone(plant.asset());
    return plant;
  }
}
