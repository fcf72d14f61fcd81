package io.kunan.engine.optimise.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
import io.kunan.engine.optimise.plant.PlantProblem.Resource;
import io.kunan.engine.optimise.plant.PlantProblem.Span;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlantAnswersTest {
  private static final PlantProblem PLANT = PlantGenerator.generate(120, 5, 3);
  private static final PlantPlan PLAN = solved();

  private static PlantPlan solved() {
    try {
      return PlantSolver.solve(PLANT, SolveOptions.repeatable(5_000, 1, 1), SolveMonitor.none())
          .plan();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void everyMinuteUpToTheEndIsExplained() {
    for (Order order : PLANT.orders()) {
      Lateness lateness = Lateness.explain(PLANT, PLAN, order.id());
      Lateness.Split m = lateness.minutes();
      assertThat(m.queueing() + m.setup() + m.processing() + m.lag() + m.calendar() + m.release())
          .as(order.id())
          .isEqualTo(lateness.end());
      assertThat(lateness.steps().getFirst().order()).isEqualTo(order.id());
      assertThat(lateness.lateMinutes()).isEqualTo(Math.max(0, lateness.end() - order.due()));
    }
    assertThatThrownBy(() -> Lateness.explain(PLANT, PLAN, "none"))
        .isInstanceOf(InputException.class);
  }

  @Test
  void everyMinuteOfWorkAndSetupIsInTheLoad() {
    List<PlantLoad> loads = PlantLoad.of(PLANT, PLAN);
    int setup = loads.stream().mapToInt(PlantLoad::setup).sum();
    assertThat(setup / 60.0)
        .isCloseTo(PlantFigures.of(PLANT, PLAN).setupHours(), Offset.offset(1e-9));
    assertThat(loads).allMatch(load -> load.open() >= 0 && load.working() <= 24 * 60);
    List<PlantLoad> busiest = PlantLoad.bottlenecks(PLANT, PLAN);
    assertThat(busiest).hasSize(PLANT.resources().size());
    assertThat(busiest.getFirst().utilisation())
        .isGreaterThanOrEqualTo(busiest.getLast().utilisation());
  }

  @Test
  void promisesAnOrderAndTellsWhomItDisplaces() throws InterruptedException {
    Order like = PLANT.orders().get(60);
    Order rush =
        new Order("RUSH", "new", 10, like.release(), like.release(), 10, like.operations());
    Promise promise =
        Promise.of(
            PLANT, PLAN, rush, SolveOptions.repeatable(2_000, 1, 1).withEngine(Engine.SEARCH));
    assertThat(PlantCheck.violations(promise.problem(), promise.plan())).isEmpty();
    assertThat(promise.end()).isGreaterThan(like.release());
    assertThat(promise.onTime()).isFalse();
    for (int v = 0; v < PLAN.operations().size(); v++) {
      assertThat(promise.plan().operations().get(v).start())
          .as("nothing else starts earlier")
          .isGreaterThanOrEqualTo(PLAN.operations().get(v).start());
    }
    for (Promise.Displaced displaced : promise.displaced()) {
      assertThat(displaced.after())
          .isGreaterThan(displaced.before())
          .isGreaterThan(displaced.due());
    }
    assertThatThrownBy(() -> Promise.of(PLANT, PLAN, like, SolveOptions.repeatable(1, 1, 1)))
        .hasMessageContaining("has it already");
  }

  @Test
  void datesToChooseFromCostTheOthersLessTheLaterTheyAre() throws InterruptedException {
    Order like = PLANT.orders().get(30);
    Order rush = new Order("RUSH", "new", 10, like.release(), like.due(), 1, like.operations());
    Promise promise = Promise.of(PLANT, PLAN, rush, SolveOptions.repeatable(500, 1, 1));
    List<Promise.Choice> choices = promise.choices();
    assertThat(choices).isNotEmpty();
    for (int k = 1; k < choices.size(); k++) {
      assertThat(choices.get(k).end()).isGreaterThan(choices.get(k - 1).end());
      assertThat(choices.get(k).loss()).isLessThan(choices.get(k - 1).loss());
    }
    assertThat(choices.getLast().loss()).isLessThanOrEqualTo(1e-6);
  }

  @Property(tries = 100)
  void aDraggedBarGivesAValidPlanOrAReason(@ForAll @LongRange(min = 0, max = 9_999) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Placed bar = PLAN.operations().get(random.nextInt(PLAN.operations().size()));
    String resource = PLANT.resources().get(random.nextInt(PLANT.resources().size())).id();
    String to = random.nextInt(3) == 0 ? resource : bar.resource();
    int minute = Math.max(0, bar.start() + random.nextInt(2_000) - 1_000);
    switch (PlantEdit.move(PLANT, PLAN, bar.order(), bar.operation(), to, minute)) {
      case Outcome.Done<PlantPlan>(PlantPlan changed) -> assertDragged(changed, bar, minute);
      case Outcome.Refused<PlantPlan>(String reason, String remedy) ->
          assertThat(reason + remedy).isNotBlank();
    }
  }

  /** Nothing starts earlier but the bar itself, which does not start before the minute. */
  private static void assertDragged(PlantPlan changed, Placed bar, int minute) {
    assertThat(PlantCheck.violations(PLANT, changed)).isEmpty();
    for (int v = 0; v < PLAN.operations().size(); v++) {
      Placed before = PLAN.operations().get(v);
      assertThat(changed.operations().get(v).start())
          .isGreaterThanOrEqualTo(before.equals(bar) ? minute : before.start());
    }
  }

  @Test
  void aFrozenOperationThatCannotBeThereIsNamed() {
    Placed second = PLAN.operations().get(1);
    PlantProblem wrong = PLANT.withFrozen(List.of(new Frozen(0, 1, second.resource(), 0)));
    assertThatThrownBy(
            () ->
                PlantSolver.solve(
                    wrong, PLAN, SolveOptions.repeatable(1, 1, 1), SolveMonitor.none()))
        .isInstanceOf(NoPlanException.class)
        .hasMessageContaining("order A00001, operation 1 is frozen at minute 0");
  }

  @Property(tries = 20)
  void aRepairKeepsTheRulesAndWhatIsFrozenAndLooksOnlyAhead(
      @ForAll @LongRange(min = 0, max = 9_999) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int now = PLAN.makespan() / 4 + random.nextInt(PLAN.makespan() / 4);
    Resource down = PLANT.resources().get(random.nextInt(PLANT.resources().size()));
    PlantProblem hit = down(frozenUntil(now), down, now, 60 + random.nextInt(1_000));
    Repair repair = Repair.of(hit, PLAN, now, SolveOptions.repeatable(300, 1, 1));
    assertThat(PlantCheck.violations(hit, repair.plan())).isEmpty();
    for (int v = 0; v < PLAN.operations().size(); v++) {
      Placed before = PLAN.operations().get(v);
      Placed after = repair.plan().operations().get(v);
      if (before.start() < now) {
        assertThat(after.start()).isEqualTo(before.start());
      } else {
        assertThat(after.start()).isGreaterThanOrEqualTo(now);
      }
    }
    assertThat(repair.moved().operations()).isLessThan(PLAN.operations().size());
  }

  @Test
  void aRepairOfNothingMovesNothing() {
    int now = PLAN.makespan() / 3;
    Repair repair = Repair.of(frozenUntil(now), PLAN, now, SolveOptions.repeatable(1_000, 1, 1));
    assertThat(repair.moved()).isEqualTo(new Repair.Moved(0, 0, 0));
    assertThat(repair.plan()).isEqualTo(PLAN);
  }

  @Test
  void aRepairIsWorthMoreThanShiftingToTheRight() {
    int now = PLAN.makespan() / 3;
    Resource mill =
        PLANT.resources().stream().filter(r -> r.stage().equals("hot rolling")).findFirst().get();
    PlantProblem hit = down(frozenUntil(now), mill, now, 24 * 60);
    Repair repair = Repair.of(hit, PLAN, now, SolveOptions.repeatable(3_000, 1, 1));
    double paid = Repair.MOVED_OPERATION * repair.moved().operations();
    assertThat(repair.figures().objective() + paid)
        .isLessThan(
            repair.shifted().objective()
                + Repair.MOVED_OPERATION * repair.shiftedMoved().operations()
                + repair.shiftedMoved().hours());
    assertThat(repair.moved().hours()).isLessThan(repair.shiftedMoved().hours());
    assertThat(repair.moved().operations()).isLessThan(repair.shiftedMoved().operations());
  }

  @Test
  void behindADisturbanceTheOldPlanIsMetAgain() {
    int now = PLAN.makespan() / 3;
    Resource mill =
        PLANT.resources().stream().filter(r -> r.stage().equals("cold rolling")).findFirst().get();
    PlantProblem hit = down(frozenUntil(now), mill, now, 120);
    Repair repair = Repair.of(hit, PLAN, now, 0, SolveOptions.repeatable(300, 1, 1));
    assertThat(repair.moved().operations()).isPositive();
    assertThat(repair.moved().slightly()).as("nothing is tolerated").isZero();
    assertThat(repair.metAgain()).isGreaterThan(now).isLessThan(PLAN.makespan());
    for (int v = 0; v < PLAN.operations().size(); v++) {
      Placed before = PLAN.operations().get(v);
      if (before.start() >= repair.metAgain()) {
        assertThat(repair.plan().operations().get(v).start()).isEqualTo(before.start());
        assertThat(repair.plan().operations().get(v).resource()).isEqualTo(before.resource());
      }
    }
  }

  private static PlantProblem frozenUntil(int now) {
    List<Frozen> frozen = new ArrayList<>();
    for (Placed placed : PLAN.operations()) {
      if (placed.start() < now) {
        frozen.add(
            new Frozen(placed.order(), placed.operation(), placed.resource(), placed.start()));
      }
    }
    return PLANT.withFrozen(frozen);
  }

  /** The plant with a resource closed for some minutes once it has done what it does now. */
  private static PlantProblem down(PlantProblem plant, Resource resource, int now, int minutes) {
    int from =
        PLAN.operations().stream()
            .filter(p -> p.resource().equals(resource.id()) && p.start() < now)
            .mapToInt(Placed::end)
            .max()
            .orElse(now);
    return plant.closing(
        resource.id(), new Span(Math.max(now, from), Math.max(now, from) + minutes));
  }
}
