package io.kunan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.ChildKunan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Long work as a person sees it: commands run at a pseudo-terminal of util-linux. */
class TerminalProgressTest {
  @TempDir private Path folder;

  @Test
  void theVirtualLineShowsItsHoursAndLeavesTheAnswerClean() throws Exception {
    Path answer = folder.resolve("answer.json");
    String shown = atTerminal(answer, "plant", "potline", "--pots=2", "--days=1", "--json");
    assertThat(shown).contains("hours of the line").contains("50 %");
    assertThat(JsonMapper.shared().readTree(answer).get("pots").asInt()).isEqualTo(2);
  }

  @Test
  void learningShowsHowFarItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("rows.csv"), rows());
    String shown =
        atTerminal(
            folder.resolve("backtest.json"),
            "learn",
            "backtest",
            file.toString(),
            "--time=t",
            "--target=y",
            "--test-from=0.8",
            "--json");
    assertThat(shown).containsPattern("[a-z]+ [1-9][0-9]? %");
    shown =
        atTerminal(
            folder.resolve("detect.json"),
            "learn",
            "detect",
            "--data=" + file,
            "--time=t",
            "--train-rows=200",
            "--json");
    assertThat(shown).contains("learning normal operation 0 %");
  }

  /** What the command writes to its terminal, its answer going to a file. */
  private String atTerminal(Path answer, String... arguments)
      throws IOException, InterruptedException {
    String command =
        ChildKunan.command("512m", arguments).stream()
            .map("'%s'"::formatted)
            .collect(Collectors.joining(" ", "", " > " + answer));
    Path log = folder.resolve("terminal");
    Process process =
        new ProcessBuilder("script", "--quiet", "--return", "--command", command, log.toString())
            .redirectInput(new java.io.File("/dev/null"))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    String shown = Files.readString(log);
    assertThat(process.exitValue()).as(shown).isZero();
    return shown;
  }

  private static String rows() {
    return IntStream.range(0, 400)
        .mapToObj(
            i ->
                "2020-01-%02d %02d:00,%.3f,%.3f"
                    .formatted(1 + i / 24, i % 24, Math.sin(i / 4.0), Math.cos(i / 5.0)))
        .collect(Collectors.joining("\n", "t,x,y\n", "\n"));
  }
}
