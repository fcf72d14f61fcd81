package io.kunan.app.cli.potline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulateCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... more) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> args = new ArrayList<>(List.of("potline", "simulate", "--pots", "3"));
    args.addAll(List.of(more));
    return line.execute(args.toArray(String[]::new));
  }

  private JsonNode answer(String controller, String seed) {
    out.getBuffer().setLength(0);
    assertThat(
            run(
                "--days",
                "6",
                "--warmup",
                "2",
                "--seed",
                seed,
                "--controller",
                controller,
                "--json"))
        .as(err.toString())
        .isZero();
    return JsonMapper.shared().readTree(out.toString());
  }

  private static String withoutTime(JsonNode answer) {
    return answer.toString().replaceAll("\"seconds\":[^}]*", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "nine-box", "advisor"})
  void theSameSeedGivesTheSameTruth(String controller) {
    JsonNode once = answer(controller, "5");
    assertThat(once.propertyNames())
        .containsExactly(
            "bathTemperature",
            "excessAlF3",
            "alumina",
            "currentEfficiency",
            "kwhPerTonne",
            "meanVolts",
            "noiseOver20Percent",
            "ledgeOver10Percent",
            "superheatUnder5Percent",
            "aePerPotDay",
            "aluminiumFluorideKgPerTonne",
            "tapErrorRms",
            "metalHeightRms",
            "doseRailHitsPerPotDay",
            "unsafeWrites",
            "lostPots",
            "leftRange",
            "leftRangeByAdvice",
            "faults",
            "seconds");
    assertThat(once.get("bathTemperature").propertyNames())
        .containsExactly("mean", "rms", "sdWithin", "sdBetween");
    assertThat(once.get("bathTemperature").get("mean").asDouble()).isBetween(935.0, 975.0);
    assertThat(once.get("unsafeWrites").asInt()).isZero();
    assertThat(once.get("lostPots").asInt()).isZero();
    assertThat(withoutTime(answer(controller, "5"))).isEqualTo(withoutTime(once));
    assertThat(withoutTime(answer(controller, "6"))).isNotEqualTo(withoutTime(once));
  }

  @Test
  void showsATableToPeople() {
    assertThat(run("--days", "2", "--warmup", "1", "--faults", "hard", "--disturbance", "calm"))
        .isZero();
    assertThat(out.toString())
        .contains("between pots")
        .contains("kWh/t")
        .contains("lost pots")
        .contains("stuck-feeder");
  }

  @Test
  void wordsThatAreNotKnownAreRefusedWithThoseThatAre() {
    assertThat(run("--controller", "magic")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("“magic”").contains("nine-box");
    assertThat(run("--faults", "many")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("--disturbance", "stormy")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("--perturb", "90")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("--days", "3", "--warmup", "3")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("no day is left");
  }
}
