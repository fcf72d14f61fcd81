package io.kunan.app.cli.plant;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PotlineCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void answersWithMeansAndClosedBalances() {
    assertThat(run("plant", "potline", "--pots", "6", "--days", "1", "--seed", "3", "--json"))
        .isZero();
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.propertyNames())
        .containsExactly(
            "pots",
            "days",
            "meanBathTemperature",
            "meanAlumina",
            "meanVolts",
            "currentEfficiency",
            "aePerPotDay",
            "closure",
            "seconds");
    assertThat(answer.get("pots").asInt()).isEqualTo(6);
    assertThat(answer.get("meanBathTemperature").asDouble()).isBetween(945.0, 965.0);
    for (String balance : new String[] {"al", "na", "f", "energy"}) {
      assertThat(answer.get("closure").get(balance).asDouble()).isBetween(0.0, 1e-6);
    }
  }

  @Test
  void showsATableToPeople() {
    assertThat(run("plant", "potline", "--pots", "2", "--days", "0.1")).isZero();
    assertThat(out.toString()).contains("bath temperature").contains("°C").contains("sodium");
  }

  @Test
  void refusesALineWithoutPotsWithTheRange() {
    assertThat(run("plant", "potline", "--pots", "0")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("1 to 1000");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void refusesTimeThatDoesNotPass() {
    assertThat(run("plant", "potline", "--days", "NaN")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("days");
  }
}
