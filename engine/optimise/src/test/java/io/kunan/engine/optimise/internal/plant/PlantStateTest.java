package io.kunan.engine.optimise.internal.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.kunan.engine.optimise.internal.FastRandom;
import io.kunan.engine.optimise.internal.plant.OrderPlacer.Manner;
import io.kunan.engine.optimise.plant.PlantCheck;
import io.kunan.engine.optimise.plant.PlantPlan;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantProblem.Goals;
import io.kunan.engine.optimise.plant.PlantTests;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class PlantStateTest {
  @Property(tries = 60)
  void timesAndCostAfterManyChangesAreThoseOfAFreshPlan(
      @ForAll @LongRange(min = 0, max = 999_999) long seed) {
    PlantProblem plant = PlantTests.random(seed).withGoals(new Goals(1, 2, 0.01, 0.1, 0.05, 0.3));
    PlantModel model = new PlantModel(plant, null);
    PlantSequence first = new AtcsDispatcher(model).dispatch(3, 0.3);
    PlantState rules = new PlantState(model);
    rules.load(first);
    PlantPlan before = rules.plan();
    PlantModel withWanted = new PlantModel(plant, before);
    PlantState state = new PlantState(withWanted);
    state.load(first);
    PlantState fresh = new PlantState(withWanted);
    FastRandom random = new FastRandom(seed);
    PlantMoves moves = new PlantMoves(state, random);
    boolean hasMaxLags = hasMaxLags(plant);
    for (int change = 0; change < 60; change++) {
      double cost = state.cost();
      state.begin();
      boolean isKept =
          moves.change()
              && state.carry(random.isHeads() ? 1 : Double.POSITIVE_INFINITY)
              && random.below(3) > 0;
      if (!isKept) {
        state.undo();
        assertThat(state.cost()).isEqualTo(cost);
      }
      assertThat(PlantCheck.violations(plant, state.plan())).isEmpty();
      if (!hasMaxLags) {
        fresh.load(state.sequence());
        assertThat(fresh.cost()).isCloseTo(state.cost(), offset(1e-6));
        assertThat(fresh.plan()).isEqualTo(state.plan());
      }
    }
  }

  @Property(tries = 100)
  void ordersTakenOutAndPutBackGiveAValidPlanAndCanBeTakenBack(
      @ForAll @LongRange(min = 0, max = 999_999) long seed) {
    PlantProblem plant = PlantTests.random(seed).withGoals(new Goals(1, 2, 0.01, 0.1, 0.05, 0.3));
    PlantState rules = new PlantState(new PlantModel(plant, null));
    PlantSequence first = new AtcsDispatcher(rules.model).dispatch(3, 0.3);
    rules.load(first);
    PlantModel model = new PlantModel(plant, rules.plan(), 0.5, 20);
    PlantState state = new PlantState(model);
    state.load(first);
    PlantState fresh = new PlantState(model);
    FastRandom random = new FastRandom(seed);
    RuinSearch search = new RuinSearch(state, new double[model.orders], random);
    boolean hasMaxLags = hasMaxLags(plant);
    for (int change = 0; change < 20; change++) {
      double cost = state.cost();
      PlantPlan before = state.plan();
      PlantState.Mark mark = state.begin();
      List<Integer> from = new ArrayList<>();
      for (int o = random.below(2); o < model.orders; o += 1 + random.below(4)) {
        from.add(model.first[o] + random.below(model.first[o + 1] - model.first[o]));
      }
      boolean isDone = search.replace(from, new Manner(1.3, random.below(4), 0.1));
      if (!isDone || random.isHeads()) {
        state.undo(mark);
        assertThat(state.cost()).isEqualTo(cost);
        assertThat(state.plan()).isEqualTo(before);
      }
      assertThat(PlantCheck.violations(plant, state.plan())).isEmpty();
      if (!hasMaxLags) {
        fresh.load(state.sequence());
        assertThat(fresh.cost()).isCloseTo(state.cost(), offset(1e-6));
        assertThat(fresh.plan()).isEqualTo(state.plan());
      }
    }
  }

  private static boolean hasMaxLags(PlantProblem plant) {
    return plant.orders().stream()
        .flatMap(order -> order.operations().stream())
        .anyMatch(operation -> operation.maxLag() != null);
  }
}
