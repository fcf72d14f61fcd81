package io.kunan.engine.optimise.plant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kunan.engine.optimise.SolveMonitor;
import io.kunan.engine.optimise.SolveOptions;
import io.kunan.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantFileTest {
  private static final String PLANT =
      """
      {"name": "two machines",
       "calendars": [{"id": "day", "closed": [[0, 60], [600, 660]]}],
       "setups": [{"id": "m", "families": ["A", "B"], "minutes": [[0, 10], [20, 0]]}],
       "resources": [{"id": "mill", "setup": "m", "family": "A", "calendar": "day"},
                     {"id": "oven", "batch": 2}],
       "orders": [{"id": "1", "due": 300, "operations": [
          {"name": "roll", "family": "B", "alternatives": [{"resource": "mill", "minutes": 30}]},
          {"name": "anneal", "alternatives": [{"resource": "oven", "minutes": 90}]}]}]}
      """;

  @TempDir private Path folder;

  @Test
  void writesWhatItCanReadAgain() throws Exception {
    PlantProblem plant = PlantTests.random(5);
    Path file = folder.resolve("plant.json");
    PlantFile.write(file, plant);
    assertThat(PlantFile.read(file.toString())).isEqualTo(plant);
    PlantPlan plan =
        PlantSolver.solve(plant, SolveOptions.repeatable(100, 1, 1), SolveMonitor.none()).plan();
    PlantFile.writePlan(file, plant, plan);
    assertThat(PlantFile.readPlan(file.toString())).isEqualTo(new PlantFile.Planned(plant, plan));
    assertThat(PlantFile.read(file.toString())).isEqualTo(plant);
  }

  @Test
  void plansWhatTheDocumentShows() throws Exception {
    PlantProblem plant = read(PLANT);
    PlantPlan plan =
        PlantSolver.solve(plant, SolveOptions.repeatable(10, 1, 1), SolveMonitor.none()).plan();
    assertThat(plan.operations().get(0).start()).isEqualTo(70);
    assertThat(plan.operations().get(0).setup()).isEqualTo(10);
    assertThat(plan.operations().get(1).end()).isEqualTo(190);
  }

  @Test
  void saysWhichFieldIsWrong() {
    refuses("\"minutes\": 30", "\"minutes\": 0", "alternatives[0].minutes: 0 is not usable");
    refuses("\"minutes\": 30", "\"minutes\": \"x\"", "orders[0].operations[0]");
    refuses("\"resource\": \"mill\"", "\"resource\": \"saw\"", "there is no resource “saw”");
    refuses("\"family\": \"B\",", "", "name the family that mill sets up for");
    refuses("\"family\": \"B\"", "\"family\": \"C\"", "“C” is not in the matrix “m”");
    refuses("[600, 660]", "[50, 660]", "calendars[0].closed[1]");
    refuses("[20, 0]", "[20]", "it is not 2 rows of 2");
    refuses("\"due\": 300", "\"dew\": 300", "orders[0].dew: there is no such field");
    refuses("\"due\": 300,", "", "orders[0].due: it is missing");
    refuses("\"calendar\": \"day\"", "\"calendar\": \"night\"", "there is no calendar “night”");
    refuses("{\"name\": \"two", "[{\"name\": \"two", "it is no JSON");
  }

  private void refuses(String old, String changed, String message) {
    assertThat(PLANT).contains(old);
    assertThatThrownBy(() -> read(PLANT.replace(old, changed)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("plant.json")
        .hasMessageContaining(message);
  }

  private PlantProblem read(String text) {
    try {
      return PlantFile.read(Files.writeString(folder.resolve("plant.json"), text).toString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
