package io.kunan.app.cli.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ScheduleCommandsTest {
  private static final String FT03 = "3 3\n0 3 1 2 2 2\n0 2 2 1 1 4\n1 4 2 3 0 1\n";

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path shop = Path.of("shop.txt");

  @BeforeEach
  void write() throws IOException {
    shop = Files.writeString(folder.resolve("shop.txt"), FT03);
  }

  private int run(Object... words) {
    out = new StringWriter();
    err = new StringWriter();
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("schedule"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return line.execute(all.toArray(String[]::new));
  }

  private JsonNode answer() {
    return JsonMapper.shared().readTree(out.toString());
  }

  @Test
  void solvesProvesAndValidatesAShop() {
    Path plan = folder.resolve("plan.json");
    assertThat(run("solve", shop, "--format", "jobshop", "--seconds", 20, "--out", plan, "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(answer().get("objective").doubleValue()).isEqualTo(11);
    assertThat(answer().get("makespan").intValue()).isEqualTo(11);
    assertThat(answer().get("lowerBound").doubleValue()).isEqualTo(11);
    assertThat(answer().get("status").stringValue()).isEqualTo("OPTIMAL");
    assertThat(answer().get("valid").booleanValue()).isTrue();
    assertThat(answer().get("operations").intValue()).isEqualTo(9);
    assertThat(answer().get("timeIndexedVariables").intValue()).isEqualTo(99);
    assertThat(answer().has("weightedTardinessHours")).isFalse();
    assertThat(run("validate", shop, plan, "--format", "jobshop", "--json"))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void findsAPlanThatIsNotValid() throws IOException {
    Path plan = folder.resolve("plan.json");
    run("solve", shop, "--format", "jobshop", "--iterations", 100, "--out", plan);
    String text = Files.readString(plan);
    Files.writeString(plan, text.replaceAll("\"start\": \\d+", "\"start\": 0"));
    assertThat(run("validate", shop, plan, "--format", "jobshop", "--json"))
        .isEqualTo(ExitCode.NO_SOLUTION);
    assertThat(answer().get("valid").booleanValue()).isFalse();
    assertThat(answer().get("violations").size()).isPositive();
  }

  @Test
  void plansExplainsAndPromisesForAPlant() throws IOException {
    Path plant = folder.resolve("plant.json");
    Path plan = folder.resolve("plan.json");
    assertThat(run("generate", "--orders", 40, "--days", 3, "--seed", 2, "--out", plant, "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(answer().get("orders").intValue()).isEqualTo(40);
    assertThat(
            run("solve", plant, "--format", "plan", "--iterations", 2_000, "--out", plan, "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(answer().get("onTimePercent").doubleValue()).isBetween(0.0, 100.0);
    assertThat(answer().has("weightedTardinessHours")).isTrue();
    assertThat(run("validate", plant, plan, "--format", "plan")).isEqualTo(ExitCode.DONE);

    assertThat(run("explain", plan, "--order", "A00007", "--json")).isEqualTo(ExitCode.DONE);
    JsonNode minutes = answer().get("minutes");
    int sum = 0;
    for (JsonNode part : minutes) {
      sum += part.intValue();
    }
    assertThat(sum).isEqualTo(answer().get("end").intValue());
    assertThat(run("explain", plan, "--order", "B1")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("there is no order “B1”");

    JsonNode first = JsonMapper.shared().readTree(Files.readString(plant)).get("orders").get(0);
    ((ObjectNode) first).put("id", "NEW");
    Path order = Files.writeString(folder.resolve("new.json"), first.toString());
    assertThat(run("promise", plan, "--order", order, "--json")).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("end").intValue()).isPositive();
    assertThat(answer().get("seconds").doubleValue()).isLessThan(10);
    assertThat(answer().get("choices")).isNotEmpty();
    assertThat(run("repair", plan, plan, "--seconds", 0.5, "--json")).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("movedOperations").intValue()).isZero();
    assertThat(answer().get("slightlyMovedOperations").intValue()).isZero();
    assertThat(answer().get("metAgain").intValue()).as("nothing moved").isZero();
  }

  @Test
  void tablesBecomeAPlantAndWhatIsWrongInThemIsTold() throws IOException {
    Path tables = folder.resolve("tables");
    assertThat(run("template", "--out", tables, "--chinese", "--json")).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("files")).hasSize(6);
    Path orders = tables.resolve("orders.csv");
    Files.writeString(orders, Files.readString(orders) + "A-2,x,ten,,2026-12-06,1,coil annealed\n");
    Path plant = folder.resolve("imported.json");
    assertThat(imported(tables, plant, "2026-12-01T00:00")).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("taken").get("orders").intValue()).isEqualTo(1);
    assertThat(answer().get("faults").get(0).get("line").intValue()).isEqualTo(3);
    assertThat(answer().get("faults").get(0).get("value").stringValue()).isEqualTo("ten");
    assertThat(run("solve", plant, "--format", "plan", "--engine", "rules", "--json"))
        .isEqualTo(ExitCode.DONE);
    assertThat(imported(tables, plant, "tomorrow")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("write such as 2026-12-01T00:00");
  }

  private int imported(Path tables, Path plant, String starts) {
    return run(
        "import",
        "--machines",
        tables.resolve("machines.csv"),
        "--routes",
        tables.resolve("routes.csv"),
        "--setups",
        tables.resolve("setups.csv"),
        "--closed",
        tables.resolve("closed.csv"),
        "--orders",
        tables.resolve("orders.csv"),
        "--starts",
        starts,
        "--out",
        plant,
        "--json");
  }

  @Test
  void refusesWithAReason() throws IOException {
    assertThat(run("solve", shop, "--format", "shop", "--seconds", 1))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("use one of jobshop, flexible-jobshop");
    assertThat(run("solve", shop, "--format", "jobshop")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("neither seconds nor iterations");
    assertThat(run("solve", shop, "--format", "jobshop", "--seconds", 1, "--engine", "x"))
        .isEqualTo(ExitCode.BAD_INPUT);
    Path plant = Files.writeString(folder.resolve("p.json"), "{\"orders\": [{\"id\": 3}]}");
    assertThat(run("solve", plant, "--format", "plan", "--seconds", 1))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("orders[0].operations");
    Files.writeString(plant, "{\"orders\": [], \"cranes\": 2}");
    run("solve", plant, "--format", "plan", "--seconds", 1);
    assertThat(err.toString()).contains("cranes: there is no such field");
  }
}
