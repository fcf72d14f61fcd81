package io.kunan.app.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestCommandTest {
  private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd/MM/yyyy H:mm");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... words) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> all = new ArrayList<>(List.of("learn", "backtest"));
    for (Object word : words) {
      all.add(word.toString());
    }
    return line.execute(all.toArray(String[]::new));
  }

  /**
   * Two shifts a day, a leak that tells the load, a plan; the last hour of a day is written 0:00.
   */
  private Path file(String name, int from, int rows) throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>(List.of("when;load;leak;plan"));
    LocalDateTime start = LocalDateTime.of(2024, 1, 1, 0, 0);
    for (int row = 0; row < from + rows; row++) {
      int hour = (row + 1) % 24;
      int plan = random.nextInt(3);
      double load = (hour >= 6 && hour < 22 ? 40 : 8) + 5 * plan + random.nextGaussian();
      LocalDateTime time = start.plusHours(row + 1L);
      LocalDateTime written = hour == 0 ? time.minusDays(1) : time;
      if (row >= from) {
        lines.add(
            String.format(
                Locale.ROOT, "%s;%.3f;%.3f;%d", FORM.format(written), load, load * 2, plan));
      }
    }
    return Files.write(folder.resolve(name), lines);
  }

  /** Local hours without offset, each written once. */
  private Path hourly(String name, LocalDateTime start) throws IOException {
    List<String> lines = new ArrayList<>(List.of("when,load"));
    for (int row = 0; row < 400; row++) {
      lines.add(start.plusHours(row) + "," + (row % 24 + row % 7));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private int backtestInBerlin(Path file, String testFrom) {
    return run(
        file,
        "--time",
        "when",
        "--target",
        "load",
        "--zone",
        "Europe/Berlin",
        "--test-from",
        testFrom,
        "--json");
  }

  @Test
  void answersOneDocumentWithEverythingAskedFor() throws IOException {
    int code =
        run(
            file("plant.csv", 0, 500),
            "--time",
            "when",
            "--time-format",
            "dd/MM/yyyy H:mm",
            "--target",
            "load",
            "--exclude",
            "leak",
            "--test-from",
            "0.8",
            "--horizon",
            "2",
            "--json");

    assertThat(err.toString()).contains("read as 24:00");
    assertThat(code).isZero();
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.get("target").asString()).isEqualTo("load");
    assertThat(answer.get("horizon").asInt()).isEqualTo(2);
    assertThat(answer.get("trainRows").asInt()).isEqualTo(400);
    assertThat(answer.get("testRows").asInt()).isEqualTo(100);
    double best = Double.POSITIVE_INFINITY;
    for (JsonNode naive : answer.get("baselines")) {
      best = Math.min(best, naive.get("mae").asDouble());
    }
    double chosen = Double.NaN;
    for (JsonNode model : answer.get("models")) {
      assertThat(model.get("rmse").asDouble()).isGreaterThanOrEqualTo(model.get("mae").asDouble());
      assertThat(model.get("coverage80").asDouble()).isBetween(0.0, 1.0);
      if (model.get("name").asString().equals(answer.get("chosen").asString())) {
        chosen = model.get("mae").asDouble();
      }
    }
    assertThat(answer.get("skill").asDouble()).isCloseTo(1 - chosen / best, offset(1e-9));
    assertThat(answer.get("skill").asDouble()).isGreaterThan(0.1);
    assertThat(answer.get("seconds").asDouble()).isPositive();
  }

  @Test
  void joinsFilesAndTestsFromATimeWithAPlanKnownAhead() throws IOException {
    Path later = file("later.csv", 400, 100);
    Path earlier = file("earlier.csv", 0, 400);
    int code =
        run(
            later,
            earlier,
            "--time",
            "when",
            "--time-format",
            "dd/MM/yyyy H:mm",
            "--target",
            "load",
            "--exclude",
            "leak",
            "--known-ahead",
            "plan",
            "--test-from",
            "2024-01-17");

    assertThat(err.toString()).doesNotContain("fault of ours");
    assertThat(code).isZero();
    assertThat(out.toString())
        .contains("load, 1 rows ahead, 117 test rows from 2024-01-17T00:00Z")
        .contains("same time yesterday")
        .contains("chosen on rows before the test");
  }

  @Test
  void aTestStartThatHappensTwiceIsFlaggedAndOneThatDoesNotExistIsRefused() throws IOException {
    Path file = hourly("autumn.csv", LocalDateTime.of(2023, 10, 15, 0, 0));
    assertThat(backtestInBerlin(file, "2023-10-29T02:00")).as(err.toString()).isZero();
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.get("testFrom").asString()).isEqualTo("2023-10-29T02:00+02:00");
    assertThat(answer.get("zone").asString()).isEqualTo("Europe/Berlin");
    assertThat(err.toString())
        .contains("--test-from: 2023-10-29T02:00 happens twice in Europe/Berlin")
        .contains("autumn.csv: 1 lines have a local time that happens twice");

    assertThat(backtestInBerlin(file, "2023-03-26T02:30")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString())
        .contains("2023-03-26T02:30 does not exist in Europe/Berlin")
        .contains("give a time with its offset");
  }

  @Test
  void refusesWhatIsWrongWithOneSentence() throws IOException {
    Path file = file("plant.csv", 0, 60);

    assertThat(run(file, "--time", "when", "--target", "load")).isEqualTo(ExitCode.USAGE);
    assertThat(run(file, "--time", "when", "--target", "load", "--test-from", "soon"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run(file, "--time", "when", "--target", "power", "--test-from", "0.8"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run(file, "--time", "when", "--target", "load", "--test-from", "0.5"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run(file, file, "--time", "when", "--target", "load", "--test-from", "0.5"))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("soon", "leak", "give at least", "do not overlap")
        .doesNotContain("fault of ours");
  }
}
