package io.kunan.app.cli.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import io.kunan.app.cli.learn.LearnProof.Bound;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The long proof in short: one of its data sets; the others are tried beside their commands. */
class VerifyCommandTest {
  private static final Path DATA =
      Path.of(System.getProperty("kunan.shared", "../shared")).resolve("data");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(arguments);
  }

  @Test
  void holdsTheTennesseeEastmanFiguresToWhatIsAsked() {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(DATA.resolve("tep")).isDirectory();
    }
    assumeThat(DATA.resolve("tep")).as("the shared data").isDirectory();
    assertThat(run("learn", "verify", "--data", DATA.toString(), "--only", "tep", "--json"))
        .as(err.toString())
        .isEqualTo(ExitCode.DONE);
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.get("holds").asBoolean()).isTrue();
    JsonNode missed = answer.get("rows").get(0);
    assertThat(missed.get("measured").asDouble()).isLessThanOrEqualTo(5).isPositive();
    assertThat(missed.get("most").asDouble()).isEqualTo(5);
    assertThat(missed.get("command").asString())
        .startsWith("./kunan learn detect --train=")
        .contains("d12_te")
        .endsWith("--fault-from=161");
  }

  @Test
  void aFigureOutsideItsBoundsDoesNotHold() {
    LearnProof proof =
        new LearnProof("x", "x", List.of(), List.of(Bound.atLeast("F1", "/f1", 0.8)));
    JsonNode answer = JsonMapper.shared().readTree("{\"f1\":0.79}");
    double measured = proof.asked().getFirst().in().applyAsDouble(answer);
    VerifyAnswer.Row row = VerifyAnswer.Row.of(proof, proof.asked().getFirst(), measured, 1);
    assertThat(row.holds()).isFalse();
    assertThat(VerifyAnswer.of(List.of(row)).holds()).isFalse();
    assertThat(String.join("\n", VerifyAnswer.of(List.of(row)).table().lines()))
        .contains("≥ 0.8")
        .contains("DOES NOT HOLD");
    assertThat(Bound.atMost("missing", "/nowhere", 5).in().applyAsDouble(answer)).isNaN();
    assertThat(Bound.atMost("missing", "/nowhere", 5).holds(Double.NaN)).isFalse();
  }

  @Test
  void refusesUnknownSetsAndAFolderWithoutThem() {
    assertThat(run("learn", "verify", "--only", "gold")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("learn", "verify", "--data", "/nowhere")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("“gold” is none").contains("there is no /nowhere");
  }
}
