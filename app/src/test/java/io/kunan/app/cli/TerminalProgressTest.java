package io.kunan.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.kunan.app.Kunan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    String shown = atTerminal("plant potline --pots 2 --days 1 --json", answer);
    assertThat(shown).contains("hours of the line").contains("50 %");
    assertThat(JsonMapper.shared().readTree(answer).get("pots").asInt()).isEqualTo(2);
  }

  @Test
  void learningShowsHowFarItIs() throws Exception {
    Path file = Files.writeString(folder.resolve("rows.csv"), rows());
    String shown =
        atTerminal(
            "learn backtest " + file + " --time t --target y --test-from 0.8 --json",
            folder.resolve("backtest.json"));
    assertThat(shown).containsPattern("[a-z]+ [1-9][0-9]? %");
    shown =
        atTerminal(
            "learn detect --data " + file + " --time t --train-rows 200 --json",
            folder.resolve("detect.json"));
    assertThat(shown).contains("learning normal operation 0 %");
  }

  /** What the command writes to its terminal, its answer going to a file. */
  private String atTerminal(String arguments, Path answer)
      throws IOException, InterruptedException {
    String command =
        List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED",
                "-cp '" + System.getProperty("java.class.path") + "'",
                Kunan.class.getName(),
                arguments,
                "> " + answer)
            .stream()
            .collect(Collectors.joining(" "));
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
