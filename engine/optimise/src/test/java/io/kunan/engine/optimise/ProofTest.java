package io.kunan.engine.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.optimise.plant.PlantCheck;
import io.kunan.engine.optimise.plant.PlantFile;
import io.kunan.engine.optimise.plant.PlantGenerator;
import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.engine.optimise.plant.PlantSolution;
import io.kunan.engine.optimise.plant.PlantSolver;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What CP-SAT proves; limits are far above what a quiet machine needs. */
class ProofTest {
  private static final SolveOptions EXACT =
      SolveOptions.within(Duration.ofSeconds(60), 2, 1).withEngine(Engine.CPSAT);

  @Test
  void provesTheReferenceInstances() throws InterruptedException {
    proves("R1-hot-mill", 385);
    proves("R2-furnace-batching", 140);
    proves("R3-flexible-flow", 1169);
  }

  private static void proves(String name, double optimum) throws InterruptedException {
    PlantProblem plant =
        PlantFile.readReference(Shops.shared("reference-optima/" + name + ".json").toString());
    PlantSolution exact = PlantSolver.solve(plant, EXACT, SolveMonitor.none());
    assertThat(exact.figures().objective()).as(name).isEqualTo(optimum);
    assertThat(exact.lowerBound()).isEqualTo(optimum);
    assertThat(exact.status()).isEqualTo(SolveStatus.OPTIMAL);
    assertThat(PlantCheck.violations(plant, exact.plan())).isEmpty();
    PlantSolution searched =
        PlantSolver.solve(plant, SolveOptions.repeatable(40_000, 1, 1), SolveMonitor.none());
    assertThat(searched.figures().objective()).as("searched " + name).isEqualTo(optimum);
  }

  @Test
  void provesSmallShops() throws InterruptedException {
    for (Problem shop : new Problem[] {Shops.jobShop("ft06"), Shops.flexible("mk01")}) {
      Solution exact = ShopSolver.solve(shop, EXACT, SolveMonitor.none());
      assertThat(exact.status()).isEqualTo(SolveStatus.OPTIMAL);
      assertThat(ScheduleCheck.violations(shop, exact.schedule())).isEmpty();
    }
  }

  @Test
  void theBoundIsTrueOnRandomShops() throws InterruptedException {
    for (long seed = 0; seed < 25; seed++) {
      Problem shop = Shops.random(seed);
      Solution exact = ShopSolver.solve(shop, EXACT, SolveMonitor.none());
      Solution searched =
          ShopSolver.solve(shop, SolveOptions.repeatable(2_000, 1, seed), SolveMonitor.none());
      assertThat(searched.makespan()).as("seed %d", seed).isEqualTo(exact.makespan());
      assertThat(searched.lowerBound()).isLessThanOrEqualTo(exact.makespan());
    }
  }

  @Test
  void refusesWhatItCannotModel() {
    PlantProblem large = PlantGenerator.generate(100, 5, 1);
    assertThatThrownBy(() -> PlantSolver.solve(large, EXACT, SolveMonitor.none()))
        .hasMessageContaining("CP-SAT plans plants of at most 60 operations");
    Problem flow = new FlowShopProblem(new int[][] {{1, 2}, {2, 1}});
    assertThatThrownBy(() -> ShopSolver.solve(flow, EXACT, SolveMonitor.none()))
        .hasMessageContaining("no permutation flow shops");
  }
}
