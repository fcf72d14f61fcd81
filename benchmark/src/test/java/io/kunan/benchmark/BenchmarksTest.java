package io.kunan.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchmarksTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Benchmarks.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void helpIsNoMistake() {
    for (String[] args :
        new String[][] {{"--help"}, {"benchmark", "--help"}, {"verify", "crash", "--help"}}) {
      assertThat(run(args)).isZero();
    }
    assertThat(out.toString()).contains("late-rows").contains("--kills");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatIsNotUnderstoodIsWrongUsageAndRunsNothing() {
    for (List<String> args :
        List.of(
            List.of("benchmark"),
            List.of("benchmark", "histroy"),
            List.of("benchmark", "electrolysis", "--fast"),
            List.of("verify", "crash", "--kills", "many"),
            List.of("verify", "opcua", "--tags", "0"),
            List.of("verify", "micrographs", "--method", "magic"),
            List.of("benchmark", "schedule-plant", "--seeds", "1,x"))) {
      assertThat(run(args.toArray(String[]::new)))
          .as(args.toString())
          .isEqualTo(CommandLine.ExitCode.USAGE);
    }
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("'0' is no whole number of at least 1")
        .contains("Unknown option: '--fast'")
        .contains("Try ./kunan verify crash --help")
        .doesNotContain("Exception");
  }

  @Test
  void dataThatAreNotThereAreBadInput() {
    assertThat(run("benchmark", "schedule", "--data", "/nowhere")).isEqualTo(3);
    assertThat(err.toString()).contains("--data: /nowhere is no folder");
  }

  @Test
  void figuresAreOneJsonDocument() {
    assertThat(run("benchmark", "electrolysis", "--json")).isZero();
    assertThat(out.toString()).startsWith("{\"evaluations\":").contains("\"seconds\":");
  }
}
