package io.kunan.engine.optimise.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PlantSolverTest {
  @Property(tries = 300)
  void everyPlanIsValidAndItsCostIsWhatTheSearchBelieves(
      @ForAll @LongRange(min = 0, max = 1_000_000) long seed) throws InterruptedException {
    PlantProblem plant = PlantTests.random(seed);
    PlantSolution rules = PlantSolver.solve(plant, rules(), SolveMonitor.none());
    PlantSolution searched =
        PlantSolver.solve(plant, SolveOptions.repeatable(400, 1, seed), SolveMonitor.none());
    assertThat(PlantCheck.violations(plant, searched.plan())).isEmpty();
    assertThat(searched.figures().objective())
        .isLessThanOrEqualTo(rules.figures().objective() + 1e-6)
        .isGreaterThanOrEqualTo(searched.lowerBound() - 1e-6);
    assertThat(rules.figures().objective())
        .isCloseTo(rules.bestRuleObjective(), org.assertj.core.data.Offset.offset(1e-6));
  }

  @Test
  void repeatsItselfBitForBitWhateverTheThreads() throws InterruptedException {
    PlantProblem plant = PlantGenerator.generate(60, 3, 4);
    PlantSolution one =
        PlantSolver.solve(plant, SolveOptions.repeatable(3_000, 1, 5), SolveMonitor.none());
    PlantSolution two =
        PlantSolver.solve(plant, SolveOptions.repeatable(3_000, 3, 5), SolveMonitor.none());
    assertThat(two.plan()).isEqualTo(one.plan());
  }

  @Test
  void rulesAloneAreOnTimeForMostOrdersOfTheDemoPlant() throws InterruptedException {
    for (long seed = 1; seed <= 5; seed++) {
      PlantProblem plant = PlantGenerator.generate(700, 20, seed);
      assertThat(plant.operations()).isBetween(4_700, 4_900);
      PlantFigures figures = PlantSolver.solve(plant, rules(), SolveMonitor.none()).figures();
      assertThat(figures.onTimePercent()).as("seed %d", seed).isBetween(92.0, 96.0);
    }
  }

  @Test
  void generatesTheSamePlantAgain() {
    assertThat(PlantGenerator.generate(50, 5, 9)).isEqualTo(PlantGenerator.generate(50, 5, 9));
    assertThat(PlantGenerator.generate(50, 5, 9)).isNotEqualTo(PlantGenerator.generate(50, 5, 8));
  }

  private static SolveOptions rules() {
    return new SolveOptions(Engine.RULES, null, null, 1, 1);
  }
}
