package io.kunan.engine.optimise.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.engine.optimise.plant.PlantPlan.Placed;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkInProcessTest {
  private static final PlantProblem PLANT =
      PlantFile.parse(
          "two orders",
          """
          {"resources": [{"id": "mill"}, {"id": "saw"}],
           "orders": [
             {"id": "1", "tonnes": 10, "due": 100, "operations": [
               {"alternatives": [{"resource": "mill", "minutes": 20}]},
               {"alternatives": [{"resource": "saw", "minutes": 10}]}]},
             {"id": "2", "tonnes": 4, "due": 100, "operations": [
               {"alternatives": [{"resource": "mill", "minutes": 40}]}]}]}
          """);

  /** The first order from 0 to 50, of which 20 minutes it waits; the second from 20 to 60. */
  private static final PlantPlan PLAN =
      new PlantPlan(
          List.of(
              new Placed(0, 0, "mill", 0, 0, 20),
              new Placed(0, 1, "saw", 0, 40, 50),
              new Placed(1, 0, "mill", 0, 20, 60)));

  @Test
  void countsAnOrderFromItsFirstStartToItsLastEnd() {
    WorkInProcess whole = WorkInProcess.of(PLANT, PLAN, 0);
    assertThat(whole.meanTonnes()).isCloseTo((10 * 50 + 4 * 40) / 60.0, within(1e-9));
    assertThat(whole.mostTonnes()).isEqualTo(14);
  }

  @Test
  void looksAtWhatIsToCome() {
    WorkInProcess rest = WorkInProcess.of(PLANT, PLAN, 50);
    assertThat(rest.meanTonnes()).isCloseTo(4, within(1e-9));
    assertThat(rest.mostTonnes()).isEqualTo(4);
    assertThat(WorkInProcess.of(PLANT, PLAN, 60)).isEqualTo(new WorkInProcess(0, 0));
  }
}
