package io.kunan.app.cli.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.app.ChildKunan;
import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryCommandsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What a command said. */
  private record Said(int code, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }
  }

  @TempDir Path folder;

  @Test
  void importsAFileAndAnswersWhatWasKeptAndWhatWasNot() throws IOException {
    Path file =
        file(
            "pots.csv",
            "time;Current [kA];Bath [°C];Shift",
            "2020-01-01 00:00;500,1;960;night",
            "2020-01-01 00:01;500,2;;night",
            "2020-01-01 00:02;bad;962;night",
            "2020-01-01 00:01;500,3;963;night",
            "2020-01-01 00:03;500,4;964;night");
    Said said = importFile(file, "--time", "time", "--prefix", "p1/", "--json");
    assertThat(said.code()).isEqualTo(ExitCode.DONE);
    JsonNode answer = said.json();
    JsonNode one = answer.get("files").get(0);
    assertThat(one.get("file").asString()).isEqualTo(file.toString());
    assertThat(one.get("rows").asInt()).isEqualTo(5);
    assertThat(one.get("points").asInt()).isEqualTo(6);
    assertThat(one.get("rejected").asInt()).isEqualTo(2);
    assertThat(one.get("repaired").asInt()).isZero();
    assertThat(one.get("rejects").get(0).get("line").asInt()).isEqualTo(4);
    assertThat(one.get("rejects").get(0).get("reason").asString()).contains("bad");
    assertThat(one.get("rejects").get(1).get("line").asInt()).isEqualTo(5);
    assertThat(one.get("skipped").get(0).asString()).isEqualTo("Shift");
    assertThat(answer.get("from").asString()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(answer.get("to").asString()).isEqualTo("2020-01-01T00:03:00Z");
    assertThat(answer.get("zone").asString()).isEqualTo("UTC");
    assertThat(answer.get("seconds").asDouble()).isPositive();
  }

  @Test
  void namesTagsByPrefixAndColumnAndKeepsTheirUnit() throws IOException {
    Path file = file("a.csv", "t,Current [kA],x", "2020-01-01,500,1");
    importFile(file, "--time", "t", "--prefix", "line 1/");
    JsonNode tags = run("history", "tags", "--store", store(), "--json").json().get("tags");
    assertThat(tags.size()).isEqualTo(2);
    assertThat(tags.get(0).get("name").asString()).isEqualTo("line 1/Current [kA]");
    assertThat(tags.get(0).get("unit").asString()).isEqualTo("kA");
    assertThat(tags.get(0).get("from").asString()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(tags.get(1).get("name").asString()).isEqualTo("line 1/x");
  }

  @Test
  void importingAgainChangesNothing() throws IOException {
    Path file =
        file("a.csv", "t,x", "2020-01-01 23:45,1", "2020-01-01 0:00,2", "2020-01-02 0:15,3");
    JsonNode first = importFile(file, "--time", "t", "--json").json().get("files").get(0);
    List<String> before = points("--tag", "x");
    JsonNode second = importFile(file, "--time", "t", "--json").json().get("files").get(0);
    assertThat(second.get("points")).isEqualTo(first.get("points"));
    assertThat(second.get("repaired").asInt()).isEqualTo(1);
    assertThat(points("--tag", "x")).isEqualTo(before).hasSize(3);
    assertThat(before.get(1)).startsWith("2020-01-02T00:00:00Z");
  }

  @Test
  void convertsTheUnitOfAFileIntoThatOfTheTag() throws IOException {
    try (History history = History.open(HistoryOptions.in(Path.of(store())))) {
      history.tags().obtain("I [kA]", "A", false);
    }
    importFile(file("a.csv", "t,I [kA]", "2020-01-01,500"), "--time", "t");
    assertThat(points("--tag", "I [kA]")).containsExactly("2020-01-01T00:00:00Z 500000.0 good");
  }

  @Test
  void importsSeveralFilesAsOne() throws IOException {
    Path first = file("a.csv", "t,x", "2020-01-02,1");
    Path second = file("b.csv", "t;x", "2020-01-01;2");
    Said said =
        run(
            "history",
            "import",
            first.toString(),
            second.toString(),
            "--store",
            store(),
            "--time",
            "t",
            "--json");
    assertThat(said.json().get("files").size()).isEqualTo(2);
    assertThat(said.json().get("from").asString()).isEqualTo("2020-01-01T00:00:00Z");
    assertThat(said.json().get("to").asString()).isEqualTo("2020-01-02T00:00:00Z");
    assertThat(points("--tag", "x")).hasSize(2);
  }

  @Test
  void storesNothingWhenOneOfTheFilesCannotBeImported() throws IOException {
    Path good = file("a.csv", "t,x", "2020-01-02,1");
    Path absent = folder.resolve("absent.csv");
    Said said =
        run(
            "history",
            "import",
            good.toString(),
            absent.toString(),
            "--store",
            store(),
            "--time",
            "t");
    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).contains("absent.csv");
    Path other = file("b.csv", "when,x", "2020-01-02,1");
    Said unnamed =
        run(
            "history",
            "import",
            good.toString(),
            other.toString(),
            "--store",
            store(),
            "--time",
            "t",
            "--time-format",
            "iso");
    assertThat(unnamed.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unnamed.err()).contains("b.csv");
    assertThat(Path.of(store())).doesNotExist();
  }

  @Test
  void answersBadInputWhenNoPointOfAFileCanBeUsed() throws IOException {
    Path file = file("a.csv", "t,x", "soon,1", "later,2");
    Said said = importFile(file, "--time", "t", "--time-format", "iso");
    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.out()).contains("a.csv:2", "soon");
  }

  @Test
  void refusesToGuessBetweenDayAndMonth() throws IOException {
    Path file = file("a.csv", "t,x", "01/02/2020 10:00,1", "01/02/2020 11:00,2");
    Said guessed = importFile(file, "--time", "t");
    assertThat(guessed.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(guessed.err()).contains("--time-format", "d/M/yyyy", "M/d/yyyy");
    Said told = importFile(file, "--time", "t", "--time-format", "dd/MM/yyyy H:mm", "--json");
    assertThat(told.json().get("from").asString()).isEqualTo("2020-02-01T10:00:00Z");
  }

  @Test
  void readsAndShowsTimesInTheZone() throws IOException {
    Path file =
        file("a.csv", "t,x", "2020-03-29 01:30,1", "2020-03-29 02:30,2", "2020-03-29 03:30,3");
    JsonNode answer = importFile(file, "--time", "t", "--zone", "Europe/Berlin", "--json").json();
    assertThat(answer.get("zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(answer.get("files").get(0).get("rejected").asInt()).isEqualTo(1);
    assertThat(answer.get("from").asString()).isEqualTo("2020-03-29T01:30:00+01:00");
    assertThat(answer.get("to").asString()).isEqualTo("2020-03-29T03:30:00+02:00");
    assertThat(points("--tag", "x", "--zone", "Europe/Berlin", "--from", "2020-03-29T03:00"))
        .containsExactly("2020-03-29T03:30:00+02:00 3.0 good");
    assertThat(points("--tag", "x", "--from", "2020-03-29T03:30+02:00"))
        .containsExactly("2020-03-29T01:30:00Z 3.0 good");
  }

  @Test
  void includesFromAndExcludesTo() throws IOException {
    importFile(file("a.csv", "t,x", "2020-01-01,1", "2020-01-02,2", "2020-01-03,3"), "--time", "t");
    assertThat(points("--tag", "x", "--from", "2020-01-01", "--to", "2020-01-03"))
        .containsExactly("2020-01-01T00:00:00Z 1.0 good", "2020-01-02T00:00:00Z 2.0 good");
    assertThat(points("--tag", "x", "--from", "2021-01-01", "--to", "2022-01-01")).isEmpty();
  }

  @Test
  void givesOneFigureForEachPiece() throws IOException {
    importFile(
        file(
            "a.csv",
            "t,x",
            "2020-01-01 00:00,1",
            "2020-01-01 00:01,2",
            "2020-01-01 00:04,6",
            "2020-01-01 00:12,7"),
        "--time",
        "t");
    String[] range = {"--from", "2020-01-01T00:00", "--to", "2020-01-01T00:15", "--every", "5m"};
    assertThat(figures(range, "mean")).containsExactly("3.0 3", "null 0", "7.0 1");
    assertThat(figures(range, "min")).containsExactly("1.0 3", "null 0", "7.0 1");
    assertThat(figures(range, "max")).containsExactly("6.0 3", "null 0", "7.0 1");
    assertThat(figures(range, "last")).containsExactly("6.0 3", "null 0", "7.0 1");
    JsonNode weighted = query(range, "--statistic", "time-weighted");
    // 1→2 in 1 min, 2→6 in 3 min, 6→6.125 in 1 min
    double expected = (1.5 * 1 + 4.0 * 3 + 6.0625 * 1) / 5;
    assertThat(weighted.get("points").get(0).get("value").asDouble())
        .isCloseTo(expected, within(1e-9));
    assertThat(weighted.get("statistic").asString()).isEqualTo("time-weighted");
    assertThat(weighted.get("every").asString()).isEqualTo("5m");
  }

  @Test
  void cutsDaysAtLocalMidnight() throws IOException {
    importFile(file("a.csv", "t,x", "2020-03-28T12:00Z,1", "2020-03-30T12:00Z,2"), "--time", "t");
    JsonNode days =
        query(
            new String[] {"--from", "2020-03-28", "--to", "2020-03-31", "--every", "1d"},
            "--zone",
            "Europe/Berlin");
    List<String> starts = new ArrayList<>();
    days.get("points").forEach(point -> starts.add(point.get("time").asString()));
    assertThat(starts)
        .containsExactly(
            "2020-03-28T00:00:00+01:00", "2020-03-29T00:00:00+01:00", "2020-03-30T00:00:00+02:00");
  }

  @Test
  void flagsATimeThatHappensTwiceAndRefusesOneThatDoesNotExist() throws IOException {
    importFile(file("a.csv", "t,x", "2020-10-25T00:30Z,1", "2020-10-25T01:30Z,2"), "--time", "t");
    Said twice =
        run(
            "history",
            "query",
            "--store",
            store(),
            "--tag",
            "x",
            "--from",
            "2020-10-25T02:30",
            "--zone",
            "Europe/Berlin",
            "--json");
    assertThat(twice.json().get("points").size()).isEqualTo(2);
    assertThat(twice.err()).contains("happens twice");
    Said never =
        run(
            "history",
            "query",
            "--store",
            store(),
            "--tag",
            "x",
            "--from",
            "2020-03-29T02:30",
            "--zone",
            "Europe/Berlin");
    assertThat(never.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(never.err()).contains("does not exist in Europe/Berlin");
  }

  @Test
  void saysWhatIsWrongWithAQuestion() throws IOException {
    importFile(file("a.csv", "t,x", "2020-01-01,1"), "--time", "t");
    assertThat(run("history", "query", "--store", store(), "--tag", "y").err())
        .contains("“y” is not in the history");
    assertThat(run("history", "query", "--store", store(), "--tag", "x", "--from", "noon").code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("history", "query", "--store", store(), "--tag", "x", "--every", "soon").err())
        .contains("no length of time");
    assertThat(
            run(
                    "history",
                    "query",
                    "--store",
                    store(),
                    "--tag",
                    "x",
                    "--from",
                    "2020-01-02",
                    "--to",
                    "2020-01-01")
                .err())
        .contains("before --from");
    assertThat(
            run("history", "query", "--store", store(), "--tag", "x", "--statistic", "max").code())
        .isEqualTo(ExitCode.USAGE);
    Said nowhere = run("history", "tags", "--store", folder.resolve("nowhere").toString());
    assertThat(nowhere.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(nowhere.err()).contains("holds no history");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }

  @Test
  void printsATableForPeopleAndRemarksApart() throws IOException {
    Said imported =
        importFile(file("a.csv", "t,x,w", "2020-01-01,1,on", "2020-01-02,no,off"), "--time", "t");
    assertThat(imported.out()).contains("rows", "rejected", "a.csv:3", "“no” is no number");
    assertThat(imported.err()).contains("iso", "UTC", "columns of words, left out: w");
    Said asked = run("history", "query", "--store", store(), "--tag", "x");
    assertThat(asked.out()).contains("time", "quality", "2020-01-01T00:00:00Z", "good");
    assertThat(asked.err()).contains("1 points; times in UTC");
  }

  @Test
  void listsNoRejectsWhereThereAreNone() throws IOException {
    Said said = importFile(file("a.csv", "t,x", "2020-01-01,1"), "--time", "t");
    assertThat(said.out()).contains("repaired").doesNotContain("because");
  }

  @Test
  void namesTheFileThatHasNoSuchColumn() throws IOException {
    Said said = importFile(file("a.csv", "t,x", "2020-01-01,1"), "--time", "when");
    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).contains("a.csv", "“when”", "[t, x]");
  }

  @Test
  void tellsTheRuleOfNamesInItsHelp() {
    assertThat(run("history", "import", "--help").out()).contains("--prefix + name of the column");
  }

  @Test
  void importsARealPlant() {
    Path file =
        Path.of(System.getProperty("kunan.shared", "../../shared"))
            .resolve("data/steel-energy-uci/steel_2018_m01_m09.csv.gz");
    boolean there = Files.isRegularFile(file);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as("file %s", file).isTrue();
    }
    assumeThat(there).as("file %s", file).isTrue();
    JsonNode one =
        importFile(file, "--time", "date", "--prefix", "steel/", "--json")
            .json()
            .get("files")
            .get(0);
    assertThat(one.get("rows").asInt()).isEqualTo(26_208);
    assertThat(one.get("points").asInt()).isEqualTo(7 * 26_208);
    assertThat(one.get("rejected").asInt()).isZero();
    assertThat(one.get("repaired").asInt()).isEqualTo(273);
    JsonNode usage =
        query(
            new String[] {"--from", "2018-01-01", "--to", "2018-01-02T00:15", "--every", "1d"},
            "--statistic",
            "count",
            "--tag",
            "steel/Usage_kWh");
    assertThat(usage.get("points").get(0).get("value").asInt()).isEqualTo(95);
  }

  private JsonNode query(String[] range, String... more) {
    List<String> args = new ArrayList<>(List.of("history", "query", "--store", store(), "--json"));
    args.addAll(List.of(range));
    args.addAll(List.of(more));
    if (!args.contains("--tag")) {
      args.addAll(List.of("--tag", "x"));
    }
    return run(args.toArray(String[]::new)).json();
  }

  private List<String> figures(String[] range, String statistic) {
    List<String> figures = new ArrayList<>();
    query(range, "--statistic", statistic)
        .get("points")
        .forEach(point -> figures.add(text(point.get("value")) + " " + text(point.get("count"))));
    return figures;
  }

  @Test
  void anAnswerLongerThanTheMemoryIsGivenOutAsItComes() throws Exception {
    int points = 1_000_000;
    try (History history = History.open(HistoryOptions.in(Path.of(store())))) {
      TagId tag = history.tags().obtain("x", "", false).id();
      for (int from = 0; from < points; from += 100_000) {
        PointBatch.Builder batch = PointBatch.builder(100_000);
        for (int i = from; i < from + 100_000; i++) {
          batch.add(tag.value(), i * Micros.PER_SECOND, i, Quality.GOOD);
        }
        history.append(batch.build());
      }
      history.maintenance().seal();
    }
    Path answer = folder.resolve("answer.json");
    Process query =
        new ProcessBuilder(
                ChildKunan.command(
                    "48m", "history", "query", "--store=" + store(), "--tag=x", "--json"))
            .redirectOutput(answer.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(query.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(query.exitValue()).isZero();
    try (Stream<String> lines = Files.lines(answer)) {
      assertThat(lines.filter(line -> line.contains("\"time\"")).count()).isEqualTo(points);
    }
  }

  @Test
  void aFullDiskIsToldWithWhatToDoAndRepeatingTheImportCompletesIt() throws IOException {
    Path store = Files.createDirectories(Path.of(store()));
    Path file = file("a.csv", "t,x", "2020-01-01,1", "2020-01-02,2");
    Path log = Files.createSymbolicLink(store.resolve("hot-1.journal"), Path.of("/dev/full"));
    Said said = importFile(file, "--time", "t");
    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.out()).isEmpty();
    assertThat(said.err())
        .contains(log + ": its disk is full; make room")
        .doesNotContain("Exception");
    Files.delete(log);
    assertThat(importFile(file, "--time", "t").code()).isEqualTo(ExitCode.DONE);
    assertThat(points("--tag", "x")).hasSize(2);
  }

  @Test
  void aStoreThatCannotBeMadeIsToldWithWhatToDo() throws IOException {
    Path file = file("a.csv", "t,x", "2020-01-01,1");
    for (String place : List.of(file + "/store", "/proc/store")) {
      Said said =
          run("history", "import", file.toString(), "--store", place, "--time", "t", "--json");
      assertThat(said.code()).as(place).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(said.out()).isEmpty();
      assertThat(said.err()).contains("name a").doesNotContain("Exception");
    }
  }

  private List<String> points(String... args) {
    List<String> points = new ArrayList<>();
    query(args)
        .get("points")
        .forEach(
            point ->
                points.add(
                    "%s %s %s"
                        .formatted(
                            text(point.get("time")),
                            text(point.get("value")),
                            text(point.get("quality")))));
    return points;
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.asString() : node.toString();
  }

  private Said importFile(Path file, String... more) {
    List<String> args =
        new ArrayList<>(List.of("history", "import", file.toString(), "--store", store()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private static Said run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int code = line.execute(args);
    return new Said(code, out.toString(), err.toString());
  }

  private String store() {
    return folder.resolve("store").toString();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(
        folder.resolve(name), String.join("\n", lines), StandardCharsets.UTF_8);
  }
}
