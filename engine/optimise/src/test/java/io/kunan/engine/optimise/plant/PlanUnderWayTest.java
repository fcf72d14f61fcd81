package io.kunan.engine.optimise.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.engine.optimise.Engine;
import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.engine.optimise.plant.PlanUnderWay.Actual;
import io.kunan.engine.optimise.plant.PlanUnderWay.Refused;
import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import io.kunan.engine.optimise.plant.PlantSheets.Fault;
import io.kunan.engine.optimise.plant.PlantSheets.Sheet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlanUnderWayTest {
  /** A mill with set-ups that is closed from 200 to 260, then an oven; three orders one by one. */
  private static final PlantProblem SHOP =
      PlantFile.parse(
          "shop",
          """
          {"calendars": [{"id": "c", "closed": [[200, 260]]}],
           "setups": [{"id": "m", "families": ["A", "B"], "minutes": [[0, 20], [20, 0]]}],
           "resources": [{"id": "mill", "setup": "m", "family": "A", "calendar": "c"},
                         {"id": "oven"}],
           "orders": [ORDER1, ORDER2, ORDER3]}
          """
              .replace("ORDER1", order(1, "A"))
              .replace("ORDER2", order(2, "B"))
              .replace("ORDER3", order(3, "B")));

  private static String order(int id, String family) {
    return """
        {"id": "%d", "due": %d, "operations": [
          {"name": "roll", "family": "%s", "alternatives": [{"resource": "mill", "minutes": 60}]},
          {"name": "anneal", "minLag": 0, "alternatives": [{"resource": "oven", "minutes": 30}]}]}
        """
        .formatted(id, 300 * id, family);
  }

  /** Mill: 1 at 0, 2 at 80, 3 at 140; oven: 60, 140, 200. */
  private static final PlantPlan PLAN = byRules(SHOP);

  private static PlantPlan byRules(PlantProblem problem) {
    try {
      SolveOptions rules = new SolveOptions(Engine.RULES, null, null, 1, 1);
      return PlantSolver.solve(problem, rules, SolveMonitor.none()).plan();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Integer> starts(PlanUnderWay underWay) {
    return underWay.plan().operations().stream().map(Placed::start).toList();
  }

  @Test
  void whatWentAsPlannedChangesNothing() {
    assertThat(PLAN.operations().stream().map(Placed::start))
        .containsExactly(0, 60, 80, 140, 140, 200);
    List<Actual> kept =
        List.of(new Actual(0, 0, "mill", 0, 60), new Actual(1, 0, "mill", 80, null));
    PlanUnderWay underWay = PlanUnderWay.of(SHOP, PLAN, kept, 100);
    assertThat(underWay.plan()).isEqualTo(PLAN);
    assertThat(underWay.moved()).isEqualTo(new Repair.Moved(0, 0, 0));
  }

  @Test
  void aLateEndPushesWhatFollowsAndNothingElse() {
    List<Actual> late = List.of(new Actual(0, 0, "mill", 0, 95));
    assertThat(starts(PlanUnderWay.of(SHOP, PLAN, late, 95)))
        .as("20 minutes of set-up, the third no longer fits before the closed time")
        .containsExactly(0, 95, 115, 175, 260, 320);
  }

  @Test
  void whatRunsOverItsTimeIsNotOverBeforeNow() {
    List<Actual> running = List.of(new Actual(0, 0, "mill", 0, null));
    PlanUnderWay underWay = PlanUnderWay.of(SHOP, PLAN, running, 110);
    assertThat(underWay.plan().operations().getFirst().end()).isEqualTo(110);
    assertThat(starts(underWay).get(2)).isEqualTo(130);
  }

  @Test
  void aMachineThatReportsHasNotBegunWhatItDidNotReport() {
    List<Actual> first = List.of(new Actual(0, 0, "mill", 0, 60));
    PlanUnderWay underWay = PlanUnderWay.of(SHOP, PLAN, first, 120);
    assertThat(starts(underWay))
        .as("the oven reports nothing: there the plan is taken to have been kept")
        .containsExactly(0, 60, 120, 180, 260, 320);
  }

  @Test
  void quickSetUpsAndWorkInClosedTimeAreFacts() {
    List<Actual> facts =
        List.of(
            new Actual(0, 0, "mill", 0, 60),
            new Actual(1, 0, "mill", 65, 150),
            new Actual(2, 0, "mill", 190, 270));
    PlanUnderWay underWay = PlanUnderWay.of(SHOP, PLAN, facts, 280);
    assertThat(underWay.refused()).isEmpty();
    assertThat(starts(underWay).subList(2, 5)).startsWith(65).endsWith(190);
    PlantProblem meant = PlanUnderWay.unproven(underWay.problem(), SHOP);
    assertThat(meant.orders()).isEqualTo(SHOP.orders());
    assertThat(meant.setups()).isEqualTo(SHOP.setups());
  }

  @Test
  void whatCannotBeIsRefusedAndTheRestIsKept() {
    List<Actual> reports =
        List.of(
            new Actual(0, 0, "mill", 0, 60),
            new Actual(0, 1, "oven", 50, 90),
            new Actual(1, 0, "oven", 80, null),
            new Actual(1, 0, "mill", 40, 100),
            new Actual(2, 0, "mill", 140, 130),
            new Actual(2, 1, "oven", 150, 900));
    PlanUnderWay underWay = PlanUnderWay.of(SHOP, PLAN, reports, 150);
    assertThat(underWay.refused())
        .extracting(Refused::reason)
        .containsExactlyInAnyOrder(
            "“roll” of order 1 is not known to have ended before",
            "it cannot run on oven",
            "mill was busy with order 1 then",
            "it ends before it starts",
            "it is not between the start of the plan and now");
    assertThat(starts(underWay)).startsWith(0, 60);
  }

  /** Whatever is reported, the plan that comes of it is valid and holds what was not refused. */
  @Property(tries = 40)
  void everyReportIsHeldOrRefused(
      @ForAll @IntRange(min = 1, max = 10_000) int seed,
      @ForAll @IntRange(min = 0, max = 120) int off) {
    Random random = new Random(seed);
    PlantProblem plant = PlantGenerator.generate(25, 4, seed);
    PlantPlan plan = byRules(plant);
    int now = 400 + random.nextInt(2_500);
    List<Actual> reports = new ArrayList<>();
    for (Placed placed : plan.operations()) {
      int start = Math.max(0, placed.start() + random.nextInt(off + 1) - off / 2);
      int end = Math.max(start + 1, placed.end() + random.nextInt(off + 1) - off / 2);
      if (start <= now && random.nextInt(4) > 0) {
        reports.add(
            new Actual(
                placed.order(),
                placed.operation(),
                placed.resource(),
                start,
                end > now ? null : (Integer) end));
      }
    }
    PlanUnderWay underWay = PlanUnderWay.of(plant, plan, reports, now);
    assertThat(PlantCheck.violations(underWay.problem(), underWay.plan())).isEmpty();
    Set<Actual> refused = new HashSet<>();
    underWay.refused().forEach(one -> refused.add(one.actual()));
    if (off == 0) {
      assertThat(refused).isEmpty();
    }
    int[] first = new int[plant.orders().size()];
    for (int o = 1; o < first.length; o++) {
      first[o] = first[o - 1] + plant.orders().get(o - 1).operations().size();
    }
    for (Placed placed : underWay.plan().operations()) {
      boolean isFrozen =
          underWay.problem().frozen().stream()
              .anyMatch(f -> f.order() == placed.order() && f.operation() == placed.operation());
      assertThat(isFrozen || placed.start() >= now).isTrue();
    }
  }

  /** In this plant one was to begin before, did not, and the one after it began just now. */
  @Test
  void whatBeganThisMinuteStandsBeforeWhatHasNotBegun() {
    everyReportIsHeldOrRefused(172, 0);
  }

  @Test
  void aTableOfWhatHappenedIsReadLineByLine() {
    Sheet sheet =
        new Sheet(
            "报工.csv",
            """
            订单号,工序,机台,开工时间,完工时间,报废吨
            1,roll,mill,2026-12-01 00:00,2026-12-01 01:00,0.2
            1,2,,2026-12-01 01:10,,
            9,roll,mill,2026-12-01 00:00,,
            2,pack,mill,2026-12-01 00:00,,
            2,roll,mill,soon,,
            """);
    ActualSheet read = ActualSheet.read(sheet, SHOP, ZoneId.of("Asia/Shanghai"));
    assertThat(read.rows())
        .containsExactly(
            new ActualSheet.Row(
                2,
                0,
                0,
                "mill",
                Instant.parse("2026-11-30T16:00:00Z"),
                Instant.parse("2026-11-30T17:00:00Z"),
                0.2),
            new ActualSheet.Row(3, 0, 1, null, Instant.parse("2026-11-30T17:10:00Z"), null, 0));
    assertThat(read.faults()).extracting(Fault::line).containsExactly(4L, 5L, 6L);
    assertThat(read.faults()).extracting(Fault::field).containsExactly("订单号", "工序", "开工时间");
  }
}
