package io.kunan.app.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DetectCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... words) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("learn", "detect"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return line.execute(all.toArray(String[]::new));
  }

  private JsonNode answer() {
    return JsonMapper.shared().readTree(out.toString());
  }

  /**
   * Three signals of one cause, a counter and a label; from {@code fault} on one of them is off.
   */
  private List<String> rows(int rows, int fault, long seed, boolean extra) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    double load = 0;
    for (int i = 0; i < rows; i++) {
      load = 0.8 * load + random.nextGaussian();
      double off = i >= fault ? 5 : 0;
      String line =
          String.format(
              Locale.ROOT,
              "%.5f;%.5f;%.5f",
              10 + load + 0.1 * random.nextGaussian(),
              20 - load + off + 0.1 * random.nextGaussian(),
              5 + 0.2 * random.nextGaussian());
      lines.add(extra ? line + ";" + i + ";" + (i >= fault ? 1 : 0) : line);
    }
    return lines;
  }

  private Path write(String name, List<String> lines) throws IOException {
    return Files.write(folder.resolve(name), lines);
  }

  private Path labelled(String name, int rows, int fault, long seed) throws IOException {
    List<String> lines = new ArrayList<>(List.of("flow;pressure;level;count;bad"));
    lines.addAll(rows(rows, fault, seed, true));
    return write(name, lines);
  }

  @Test
  void scoresTheRowsAfterThoseItLearnedFromAgainstTheirLabels() throws IOException {
    Path one = labelled("one.csv", 500, 400, 1);
    Path two = labelled("two.csv", 450, 400, 2);
    int exit =
        run(
            "--train-rows",
            300,
            "--data",
            one,
            two,
            "--label",
            "bad",
            "--ignore",
            "count",
            "--json");
    assertThat(exit).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("zone").asString()).isEqualTo("UTC");
    JsonNode total = answer().get("total");
    assertThat(total.get("rows").asInt()).isEqualTo(350);
    assertThat(total.get("f1").asDouble()).isGreaterThan(0.9);
    assertThat(total.get("falseAlarmRate").asDouble()).isLessThan(10);
    assertThat(total.get("recall").asDouble())
        .isEqualTo(1 - total.get("missedAlarmRate").asDouble() / 100);
    JsonNode file = answer().get("files").get(1);
    assertThat(file.get("rows").asInt()).isEqualTo(150);
    assertThat(file.get("file").asString()).endsWith("two.csv");
    assertThat(file.get("detail").get("variables").asInt()).isEqualTo(3);
    assertThat(file.get("detail").get("firstAlarm").get("row").asInt()).isBetween(401, 412);
  }

  @Test
  void withoutKnownStateItTellsTheAlarmRateOnly() throws IOException {
    Path normal = write("normal.csv", rows(600, 600, 3, false));
    Path other = write("other.csv", rows(400, 200, 4, false));
    assertThat(run("--train", normal, "--data", other, "--no-header", "--json"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    JsonNode total = answer().get("total");
    assertThat(total.propertyNames()).containsExactlyInAnyOrder("rows", "alarmRate");
    assertThat(total.get("alarmRate").asDouble()).isBetween(45.0, 55.0);
  }

  @Test
  void learnsFromAFileOfOneVariableALineAndCountsFaultsFromTheGivenRow() throws IOException {
    List<String> upright = rows(300, 300, 5, false);
    List<String> lying = new ArrayList<>();
    for (int v = 0; v < 3; v++) {
      int variable = v;
      lying.add(String.join(" ", upright.stream().map(line -> line.split(";")[variable]).toList()));
    }
    Path train = write("train.dat", lying);
    List<String> test = rows(200, 100, 6, false).stream().map(l -> l.replace(';', ' ')).toList();
    Path data = write("test.dat", test);
    int exit =
        run(
            "--train",
            train,
            "--transpose-train",
            "--no-header",
            "--separator",
            "whitespace",
            "--data",
            data,
            "--fault-from",
            101,
            "--json");
    assertThat(exit).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("total").get("recall").asDouble()).isGreaterThan(0.9);
    assertThat(answer().get("total").get("falseAlarmRate").asDouble()).isLessThan(10);
    assertThat(answer().get("files").get(0).get("detail").get("trainRows").asInt()).isEqualTo(300);
  }

  @Test
  void figuresWithoutMeaningAreNull() throws IOException {
    Path data = labelled("calm.csv", 400, 400, 7);
    run("--train-rows", 300, "--data", data, "--label", "bad", "--ignore", "count", "--json");
    assertThat(answer().get("total").get("recall").isNull()).isTrue();
    assertThat(answer().get("total").get("falseAlarmRate").isNumber()).isTrue();
  }

  @Test
  void peopleReadATable() throws IOException {
    Path data = labelled("one.csv", 500, 400, 1);
    run("--train-rows", 300, "--data", data, "--label", "bad", "--ignore", "count");
    assertThat(out.toString())
        .contains("combined at 5.0 % accepted false alarms")
        .contains("false %")
        .contains("pressure")
        .contains("total");
  }

  @Test
  void remarksWhenRowsLearnedFromAreLabelledAbnormal() throws IOException {
    Path data = labelled("early.csv", 400, 250, 8);
    run("--train-rows", 300, "--data", data, "--label", "bad", "--json");
    assertThat(err.toString()).contains("50 of the 300 rows learned from");
  }

  @Test
  void refusesTooFewRowsWithASentence() throws IOException {
    Path data = labelled("short.csv", 60, 60, 9);
    assertThat(run("--train-rows", 40, "--data", data)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("40 rows").contains("at least 50");
    assertThat(run("--train-rows", 60, "--data", data)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("give a longer file");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesAMissingLabelAndAnUnknownMethod() throws IOException {
    Path data = labelled("one.csv", 400, 300, 1);
    assertThat(run("--train-rows", 300, "--data", data, "--label", "fault"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("no column fault");
    assertThat(run("--train-rows", 300, "--data", data, "--method", "magic"))
        .isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void wrongCombinationsOfOptionsAreWrongUsage() {
    assertThat(run("--data", "x.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--train", "a.csv", "--train-rows", 5, "--data", "x.csv"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("--train", "a.csv", "--data", "x.csv", "--label", "bad", "--fault-from", 3))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("--train-rows", 0, "--data", "x.csv")).isEqualTo(ExitCode.USAGE);
    assertThat(run("--train-rows", 5, "--transpose-train", "--data", "x.csv"))
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void findsTheFaultsOfTheWaterBenchInItsFiles() throws IOException {
    Path skab = Path.of(System.getProperty("kunan.shared", "../shared")).resolve("data/skab");
    if ("true".equals(System.getenv("CI"))) {
      assertThat(skab).isDirectory();
    }
    assumeThat(skab).as("the shared data").isDirectory();
    List<Object> words = new ArrayList<>(List.of("--train-rows", 400, "--data"));
    for (String part : List.of("valve1", "other")) {
      try (var files = Files.list(skab.resolve(part))) {
        files.sorted().forEach(words::add);
      }
    }
    words.addAll(
        List.of(
            "--separator",
            ";",
            "--time",
            "datetime",
            "--label",
            "anomaly",
            "--ignore",
            "changepoint",
            "--json"));
    assertThat(run(words.toArray())).as(err.toString()).isEqualTo(ExitCode.DONE);
    assertThat(answer().get("total").get("f1").asDouble()).isGreaterThanOrEqualTo(0.79);
    assertThat(answer().get("total").get("falseAlarmRate").asDouble()).isLessThanOrEqualTo(30);
  }
}
