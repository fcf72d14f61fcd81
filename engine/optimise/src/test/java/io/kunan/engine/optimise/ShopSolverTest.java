package io.kunan.engine.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.kernel.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopSolverTest {
  @TempDir private Path folder;

  @Property(tries = 200)
  void everyPlanIsValidAndNotBelowTheBound(@ForAll @LongRange(min = 0, max = 1_000_000) long seed)
      throws InterruptedException {
    Problem shop = Shops.random(seed);
    Solution solution = solve(shop, 500, 1, seed);
    assertThat(ScheduleCheck.violations(shop, solution.schedule())).isEmpty();
    assertThat(solution.makespan()).isGreaterThanOrEqualTo(solution.lowerBound());
  }

  @Test
  void findsKnownOptima() throws InterruptedException {
    assertThat(solve(Shops.jobShop("ft06"), 20_000, 1, 1).makespan()).isEqualTo(55);
    assertThat(solve(Shops.jobShop("la01"), 20_000, 1, 1).makespan()).isEqualTo(666);
    assertThat(solve(Shops.flexible("mk01"), 60_000, 1, 1).makespan()).isEqualTo(40);
    assertThat(solve(Shops.flow("tai20_5_0"), 2_000, 1, 1).makespan()).isEqualTo(1278);
  }

  @Test
  void comesCloseOnHarderShops() throws InterruptedException {
    assertThat(solve(Shops.jobShop("ft10"), 200_000, 2, 1).makespan()).isLessThan(950);
    assertThat(solve(Shops.jobShop("la38"), 200_000, 2, 1).makespan()).isLessThan(1230);
    assertThat(solve(Shops.flexible("mk10"), 60_000, 2, 1).makespan()).isLessThan(215);
  }

  @Test
  void repeatsItselfBitForBitWhateverTheThreads() throws InterruptedException {
    for (Problem shop :
        List.of(Shops.jobShop("la02"), Shops.flexible("mk02"), Shops.flow("tai20_10_1"))) {
      long iterations = shop instanceof FlowShopProblem ? 1_000 : 60_000;
      Solution one = solve(shop, iterations, 1, 7);
      Solution two = solve(shop, iterations, 3, 7);
      assertThat(two.schedule().start()).isEqualTo(one.schedule().start());
      assertThat(two.schedule().machine()).isEqualTo(one.schedule().machine());
      assertThat(two.iterations()).isEqualTo(one.iterations());
    }
  }

  @Test
  void plansAtOnceByRulesAndProvesEasyOnes() throws InterruptedException {
    Problem shop = Shops.jobShop("tai_1000_10_1");
    var options = new SolveOptions(Engine.RULES, null, null, 1, 1);
    Solution solution = ShopSolver.solve(shop, options, SolveMonitor.none());
    assertThat(solution.makespan()).isEqualTo(515_334);
    assertThat(solution.status()).isEqualTo(SolveStatus.OPTIMAL);
  }

  @Test
  void tellsEveryBetterPlanAndStopsWhenAsked() throws InterruptedException {
    Problem shop = Shops.jobShop("ta21");
    List<Double> objectives = new ArrayList<>();
    var stop = new AtomicBoolean();
    var monitor =
        new SolveMonitor<Schedule>() {
          @Override
          public void improved(Schedule plan, double objective, double seconds) {
            assertThat(plan.makespan()).isEqualTo((int) objective);
            objectives.add(objective);
            stop.set(objectives.size() > 10);
          }

          @Override
          public boolean isStopRequested() {
            return stop.get();
          }
        };
    var options = SolveOptions.within(Duration.ofMinutes(5), 1, 1).withEngine(Engine.SEARCH);
    Solution solution = ShopSolver.solve(shop, options, monitor);
    assertThat(objectives).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(solution.seconds()).isLessThan(250);
    assertThat((double) solution.makespan()).isEqualTo(objectives.getLast());
  }

  @Test
  void keepsItsTimeLimit() throws InterruptedException {
    Solution solution =
        ShopSolver.solve(
            Shops.jobShop("ta41"),
            SolveOptions.within(Duration.ofSeconds(2), 2, 1),
            SolveMonitor.none());
    // how exactly it is kept is measured in benchmark; here only that it ends
    assertThat(solution.seconds()).isBetween(1.9, 10.0);
  }

  @Test
  void writesAndReadsPlans() throws Exception {
    Problem shop = Shops.random(12);
    Schedule plan = solve(shop, 100, 1, 1).schedule();
    Path file = folder.resolve("plan.json");
    ScheduleFile.write(file, shop, plan);
    assertThat(ScheduleFile.read(file.toString(), shop).start()).isEqualTo(plan.start());
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"start\": \\d+", "\"start\": -1"));
    assertThatThrownBy(() -> ScheduleFile.read(file.toString(), shop))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("operations[0].start: -1 is no time");
  }

  @Test
  void refusesOptionsThatMeanNothing() {
    assertThatThrownBy(() -> new SolveOptions(Engine.AUTO, null, null, 1, 1))
        .hasMessageContaining("neither seconds nor iterations");
    assertThatThrownBy(() -> SolveOptions.repeatable(10, 0, 1)).hasMessageContaining("threads");
  }

  private static Solution solve(Problem problem, long iterations, int threads, long seed)
      throws InterruptedException {
    return ShopSolver.solve(
        problem, SolveOptions.repeatable(iterations, threads, seed), SolveMonitor.none());
  }
}
