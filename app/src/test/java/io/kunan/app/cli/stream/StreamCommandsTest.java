package io.kunan.app.cli.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import io.kunan.engine.history.History;
import io.kunan.engine.history.HistoryOptions;
import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamCommandsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long START = Micros.of(Instant.parse("2026-01-01T00:00:00Z"));
  private static final String RULE =
      """
      {"kind":"rule","id":"hot","assets":["P1","P2"],"inputs":{"t":"{asset}.TB"},
       "value":"t","above":975,"hysteresis":5,"delay":"10m","priority":2}
      """;
  private static final String RESISTANCE =
      """
      {"kind":"calculation","id":"resistance","inputs":{"v":"P1.V","i":"I"},
       "expression":"to((v - 1.65) / i, 'µΩ')","output":{"tag":"P1.R","unit":"µΩ"}}
      """;

  /** What a command said. */
  private record Said(int code, String out, String err) {
    JsonNode json() {
      return JSON.readTree(out);
    }
  }

  @TempDir Path folder;

  /** A day by minute: the bath of P1 is hot from 06:00 to 08:00 and from 12:00 to 12:05. */
  @BeforeEach
  void history() {
    try (History history = open()) {
      var tags = history.tags();
      int hot = tags.obtain("P1.TB", "°C", false).id().value();
      int cool = tags.obtain("P2.TB", "°C", false).id().value();
      int voltage = tags.obtain("P1.V", "V", false).id().value();
      int current = tags.obtain("I", "kA", false).id().value();
      var batch = PointBatch.builder(6_000);
      for (int minute = 0; minute < 24 * 60; minute++) {
        long time = START + minute * Micros.PER_MINUTE;
        boolean isHot = minute >= 360 && minute < 480 || minute >= 720 && minute < 725;
        batch.add(hot, time, isHot ? 980 : 960, Quality.GOOD);
        batch.add(cool, time, 955, Quality.GOOD);
        batch.add(voltage, time, 4.15, Quality.GOOD);
        batch.add(current, time, 500, Quality.GOOD);
      }
      history.append(batch.build());
    }
  }

  private History open() {
    return History.open(HistoryOptions.in(folder.resolve("store")));
  }

  private Path jobs(String... jobs) throws IOException {
    Path file = folder.resolve("jobs.json");
    return Files.writeString(file, "{\"jobs\":[%s]}".formatted(String.join(",", jobs)));
  }

  private Said run(Object... words) {
    List<String> args = new ArrayList<>(List.of("stream"));
    for (Object word : words) {
      args.add(word.toString());
    }
    args.addAll(List.of("--store", folder.resolve("store").toString()));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(args.toArray(String[]::new));
    return new Said(code, out.toString(), err.toString());
  }

  @Test
  void tellsHowOftenARuleWouldHaveFired() throws IOException {
    Said said = run("test", jobs(RULE), "--json");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
    JsonNode answer = said.json();
    assertThat(answer.get("fired").asInt()).isEqualTo(1);
    assertThat(answer.get("byAsset").get("P1").asInt()).isEqualTo(1);
    assertThat(answer.get("longestSeconds").asDouble()).isEqualTo(7_200);
    JsonNode frame = answer.get("frames").get(0);
    assertThat(frame.get("asset").asString()).isEqualTo("P1");
    assertThat(frame.get("start").asString()).isEqualTo("2026-01-01T06:00:00Z");
    assertThat(frame.get("end").asString()).isEqualTo("2026-01-01T08:00:00Z");
    assertThat(frame.get("attributes").get("peak").asDouble()).isEqualTo(980);
    Said shorter = run("test", jobs(RULE), "--json", "--to", "2026-01-01T06:05");
    assertThat(shorter.json().get("fired").asInt()).isZero();
    Said table = run("test", jobs(RULE), "--zone", "Asia/Shanghai");
    assertThat(table.out()).contains("would have fired", "2026-01-01T14:00:00+08:00");
  }

  @Test
  void storesCalculatedTagsOnlyWhenAsked() throws IOException {
    Said said = run("run", jobs(RESISTANCE, RULE), "--json");
    assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.DONE);
    JsonNode output = said.json().get("outputs").get(0);
    assertThat(output.get("tag").asString()).isEqualTo("P1.R");
    assertThat(output.get("points").asInt()).isEqualTo(1_440);
    assertThat(output.get("mean").asDouble()).isCloseTo(5.0, within(1e-9));
    assertThat(said.json().get("frames").size()).isEqualTo(1);
    try (History history = open()) {
      assertThat(history.tags().find("P1.R")).isEmpty();
    }
    run("run", jobs(RESISTANCE), "--write");
    try (History history = open()) {
      var tag = history.tags().find("P1.R").orElseThrow();
      assertThat(tag.unit()).isEqualTo("µΩ");
      assertThat(history.span(tag.id())).contains(new TimeRange(START, lastMinute() + 1));
      List<Point> last = history.last(List.of(tag.id()));
      assertThat(last.getFirst().value()).isCloseTo(5.0, within(1e-9));
    }
  }

  private static long lastMinute() {
    return START + 1_439 * Micros.PER_MINUTE;
  }

  @Test
  void aFaultIsNamedAndTheOtherJobsRun() throws IOException {
    Said said = run("run", jobs(RULE, RESISTANCE.replace("P1.V", "P1.X")), "--json");
    assertThat(said.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(said.err()).contains("job resistance, inputs, v: tag “P1.X” is not known");
    assertThat(said.json().get("problems").size()).isEqualTo(1);
    assertThat(said.json().get("frames").size()).isEqualTo(1);
    Said none = run("run", jobs(RULE.replace("\"hysteresis\"", "\"hysterese\"")));
    assertThat(none.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(none.out()).isEmpty();
    assertThat(none.err()).contains("job hot, hysterese: is no field here", "hysteresis");
    Said unnamed = run("test", jobs(RULE, RULE.replace("\"hot\"", "\"warm\"")));
    assertThat(unnamed.err()).contains("--job", "name one of [hot, warm]");
  }
}
