package io.kunan.plant.potline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a program of its own, as a parent process starts it. */
class PotlineProgramTest {
  private static Process launch(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(PotlineServer.class.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  private static String firstLine(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    return Objects.requireNonNull(reader.readLine(), "the program said nothing");
  }

  @Test
  void savesTheLineWhenItIsToldToEndAndGoesOnFromThere(@TempDir Path folder) throws Exception {
    Path state = folder.resolve("line.state");
    String[] arguments = {
      "--pots", "2", "--seed", "5", "--warm-up-days", "0", "--state", state.toString()
    };
    Process first = launch(arguments);
    try {
      assertThat(firstLine(first)).startsWith("{\"endpoint\":\"opc.tcp://127.0.0.1:");
      first.destroy();
      assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.size(state)).isPositive();
    } finally {
      first.destroyForcibly();
    }
    Process second = launch(arguments);
    try {
      assertThat(firstLine(second)).contains("\"pots\":2,\"tags\":37");
      second.getOutputStream().close();
      assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(second.exitValue()).isZero();
    } finally {
      second.destroyForcibly();
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    Process process = launch("--tanks", "3");
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
  }
}
