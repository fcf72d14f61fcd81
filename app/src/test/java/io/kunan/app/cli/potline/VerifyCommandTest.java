package io.kunan.app.cli.potline;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... more) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    List<String> args = new ArrayList<>(List.of("potline", "verify"));
    args.addAll(List.of(more));
    return line.execute(args.toArray(String[]::new));
  }

  @Test
  void pairsBothControllersAndLosesNothing() {
    int code = run("--pots", "4", "--days", "8", "--warmup", "4", "--seeds", "11,12", "--json");
    assertThat(code).as(err.toString()).isIn(ExitCode.DONE, ExitCode.FAULT);
    JsonNode answer = JsonMapper.shared().readTree(out.toString());
    assertThat(answer.get("unsafeWrites").asInt()).isZero();
    assertThat(answer.get("lostPots").asInt()).isZero();
    assertThat(answer.get("holds").asBoolean()).isEqualTo(code == ExitCode.DONE);
    assertThat(answer.get("figures")).hasSizeGreaterThan(12);
    for (JsonNode figure : answer.get("figures")) {
      assertThat(figure.get("reference").asDouble()).as(figure.toString()).isFinite();
      assertThat(figure.get("halfWidth").asDouble()).as(figure.toString()).isNotNegative();
    }
  }

  @Test
  void refusesSeedsThatAreNoPair() {
    assertThat(run("--seeds", "5")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run("--seeds", "5,5")).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("that differ");
  }
}
