package io.kunan.engine.optimise.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.NoPlanException;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantProblem.Frozen;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantProblem.Order;
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
    for (Promise.Displaced displaced : promise.displaced()) {
      assertThat(displaced.after())
          .isGreaterThan(displaced.before())
          .isGreaterThan(displaced.due());
    }
    assertThatThrownBy(() -> Promise.of(PLANT, PLAN, like, SolveOptions.repeatable(1, 1, 1)))
        .hasMessageContaining("has it already");
  }

  @Property(tries = 100)
  void aDraggedBarGivesAValidPlanOrAReason(@ForAll @LongRange(min = 0, max = 9_999) long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Placed bar = PLAN.operations().get(random.nextInt(PLAN.operations().size()));
    String resource = PLANT.resources().get(random.nextInt(PLANT.resources().size())).id();
    String to = random.nextInt(3) == 0 ? resource : bar.resource();
    int minute = Math.max(0, bar.start() + random.nextInt(2_000) - 1_000);
    switch (PlantEdit.move(PLANT, PLAN, bar.order(), bar.operation(), to, minute)) {
      case Outcome.Done<PlantPlan>(PlantPlan changed) ->
          assertThat(PlantCheck.violations(PLANT, changed)).isEmpty();
      case Outcome.Refused<PlantPlan>(String reason, String remedy) ->
          assertThat(reason + remedy).isNotBlank();
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

  @Test
  void repairKeepsWhatIsFrozenAndMovesLittle() throws InterruptedException {
    int now = PLAN.makespan() / 3;
    List<Frozen> frozen = new ArrayList<>();
    for (Placed placed : PLAN.operations()) {
      if (placed.start() < now) {
        frozen.add(
            new Frozen(placed.order(), placed.operation(), placed.resource(), placed.start()));
      }
    }
    PlantProblem later = PLANT.withFrozen(frozen).withGoals(new Goals(1, 0, 0, 0.02, 0, 0.5));
    PlantPlan repaired =
        PlantSolver.solve(later, PLAN, SolveOptions.repeatable(3_000, 1, 1), SolveMonitor.none())
            .plan();
    assertThat(PlantCheck.violations(later, repaired)).isEmpty();
    long moved = 0;
    for (int v = 0; v < PLAN.operations().size(); v++) {
      moved += PLAN.operations().get(v).start() == repaired.operations().get(v).start() ? 0 : 1;
    }
    assertThat(moved).isLessThan(PLAN.operations().size() / 4);
  }
}
