package io.kunan.app.cli.potline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StateCommandTest {
  private static final String R1 =
      """
      {"kiloamperes": 500, "celsius": 955, "distanceCm": 4.2,
       "bath": {"alF3": 11, "caF2": 5, "al2O3": 2.5},
       "pot": {"anodeAreaM2": 62.16, "anodes": 48, "fanning": 1.10, "cathodeAreaM2": 78,
               "anodeMicroOhms": 0.52, "cathodeMicroOhms": 0.60, "externalMicroOhms": 0.50,
               "anodeEffectAlumina": 1.8}}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... args) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  private String file(String json) throws IOException {
    return Files.writeString(folder.resolve("case.json"), json).toString();
  }

  @Test
  void liquidusByTwoCorrelationsWithTheirSources() {
    assertThat(run("potline", "state", "--liquidus", "9,5,2.5,2.5,0.5,1.5", "--json")).isZero();
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    JsonNode solheim = answer.get("liquidus").get(0);
    assertThat(solheim.get("celsius").asDouble()).isCloseTo(942.04, within(0.005));
    assertThat(solheim.get("source").asString()).contains("Solheim");
    assertThat(answer.get("liquidus").get(1).get("celsius").asDouble())
        .isCloseTo(944.93, within(0.005));
    assertThat(answer.get("uncertainty").asDouble()).isCloseTo(2.89, within(0.01));
  }

  @Test
  void aBathOutsideTheRangeIsSaidSo() {
    assertThat(run("potline", "state", "--liquidus", "11,5,6")).isZero();
    assertThat(out.toString()).contains("inside").contains("outside").contains("differ");
  }

  @Test
  void voltageOfTheReferenceCase() throws IOException {
    assertThat(run("potline", "state", "--voltage", file(R1), "--json")).isZero();
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.get("volts").asDouble()).isCloseTo(4.06693, within(5e-6));
    assertThat(answer.get("parts").get("bubbles").asDouble()).isCloseTo(0.21382, within(5e-6));
    assertThat(answer.get("millivoltsPerMillimetre").asDouble()).isCloseTo(33.1, within(0.05));
    assertThat(answer.get("inRange").asBoolean()).isTrue();
    assertThat(answer.get("source").asString()).contains("Haupin");
    assertThat(run("potline", "state", "--voltage", file(R1))).isZero();
    assertThat(out.toString()).contains("4.06693").contains("Haupin");
  }

  @Test
  void badInputIsNamedWithWhatIsAllowed() throws IOException {
    assertThat(run("potline", "state", "--liquidus", "11,x,3")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("CaF2").contains("“x”");
    assertThat(run("potline", "state", "--liquidus", "11,5")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("potline", "state", "--voltage", file(R1.replace("\"celsius\": 955,", ""))))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("celsius: is missing");
    assertThat(run("potline", "state", "--voltage", file(R1.replace("caF2", "cAF2"))))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("cAF2").contains("caF2");
    assertThat(run("potline", "state", "--voltage", file("{\n\"bath\": ]}")))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("line 2");
    assertThat(run("potline", "state")).isEqualTo(ExitCode.USAGE);
    assertThat(out.toString()).isEmpty();
  }
}
