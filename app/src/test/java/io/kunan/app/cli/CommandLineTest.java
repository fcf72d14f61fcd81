package io.kunan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandLineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void anUnknownAreaIsWrongUsageAndKeepsStdoutClean() {
    assertThat(run("histroy")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("histroy").contains("--help");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theVersionNamesTheJavaThatRunsIt() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).contains("Java " + Runtime.version());
  }

  @Test
  void aTableAlignsNumbersRightAndCountsChineseCharactersAsTwo() {
    TextTable table = new TextTable("", "模型", "MAE").row("ridge", 12.345).row("树", 3.2);
    assertThat(table.lines()).containsExactly("模型     MAE", "ridge  12.35", "树     3.200");
  }
}
