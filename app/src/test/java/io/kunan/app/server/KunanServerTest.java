package io.kunan.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kunan.app.ChildKunan;
import io.kunan.app.Kunan;
import io.kunan.app.cli.ExitCode;
import io.kunan.kernel.InputException;
import io.kunan.platform.database.Database;
import io.kunan.platform.home.HomeFolder;
import io.kunan.platform.home.Mode;
import io.kunan.platform.web.ServerOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class KunanServerTest {
  @TempDir private Path folder;

  @Test
  void startsShowsThePasswordOnceAndLeavesNothingRunning() throws Exception {
    Path home = folder.resolve("home");
    try (KunanServer server = KunanServer.start(home, options(0), Map.of())) {
      assertThat(server.passwordToShow()).isPresent();
      assertThat(get(server.address().resolve("/api/about").toString())).contains("\"Kunan\"");
      assertThat(get(server.address().resolve("/api/about/licences").toString()))
          .contains("org.postgresql:postgresql");
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> KunanServer.start(home, options(0), Map.of()))
          .withMessageContaining("in use by process");
      assertThat(verify(home, ExitCode.DONE).get("ok").asBoolean())
          .as("beside the running server")
          .isTrue();
    }
    assertThat(HomeFolder.isInUse(home)).isFalse();
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    try (KunanServer server = KunanServer.start(home, options(0), Map.of())) {
      assertThat(server.passwordToShow()).isEmpty();
    }
    assertThat(verify(home, ExitCode.DONE).get("entries").asInt()).isPositive();
    tamper(home);
    JsonNode broken = verify(home, ExitCode.BAD_INPUT);
    assertThat(broken.get("ok").asBoolean()).isFalse();
    assertThat(broken.get("firstBroken").asInt()).isEqualTo(1);
  }

  @Test
  void aTakenPortIsOneSentenceBeforeAnythingIsStarted() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path home = folder.resolve("unborn");
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> KunanServer.start(home, options(taken.getLocalPort()), Map.of()))
          .withMessageContaining("is taken by another program")
          .withMessageContaining("--port");
      assertThat(home).doesNotExist();
    }
  }

  @Test
  void aSignalStopsTheServerAndItsDatabase() throws Exception {
    Path home = folder.resolve("signalled");
    Process process = start("Kunan answers at", "serve", "--home=" + home);
    assertThat(Files.readString(out())).contains("password");
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThatNothingRunsIn(home);
  }

  @Test
  void aSignalStopsTheDemoWithItsPlantAndFreshWipesWhatWasThere() throws Exception {
    Path home = folder.resolve("demo");
    Files.createDirectories(home.resolve("secrets"));
    Path relic = Files.writeString(home.resolve("secrets/relic"), "of another demo");
    Process process = start("Ctrl-C stops it", "demo", "--fresh", "--pots=2", "--home=" + home);
    assertThat(relic).doesNotExist();
    assertThat(home.resolve("sample-laboratory.csv")).isNotEmptyFile();
    awaitOrEnd(process, () -> plants(process).findAny().isPresent());
    List<ProcessHandle> children = process.descendants().toList();
    assertThat(plants(process)).hasSize(1);

    StringWriter err = new StringWriter();
    CommandLine second = Kunan.commandLine();
    second.setErr(new PrintWriter(err, true));
    assertThat(second.execute("demo", "--fresh", "--port=0", "--home=" + home))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(err.toString()).contains("is in use by a running demo");

    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
    assertThatNothingRunsIn(home);
  }

  @Test
  void freshWipesHomesOfTheDemoOnly() throws IOException {
    Path documents = Files.createDirectories(folder.resolve("documents"));
    Path letter = Files.writeString(documents.resolve("letter"), "dear");
    assertThat(Kunan.commandLine().execute("demo", "--fresh", "--home=" + documents))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(letter).exists();
  }

  /** A child with the whole application, when it has said so. */
  private Process start(String ready, String... arguments) throws IOException {
    List<String> command = ChildKunan.command("512m", arguments);
    command.add("--port=0");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(out().toFile())
            .start();
    awaitOrEnd(process, () -> Files.readString(out()).contains(ready));
    assertThat(process.isAlive()).as(Files.readString(out())).isTrue();
    return process;
  }

  private static void awaitOrEnd(Process process, Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> !process.isAlive() || condition.call());
  }

  /** The server's children that are programs of Java. */
  private static Stream<ProcessHandle> plants(Process process) {
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("java"));
  }

  private static void assertThatNothingRunsIn(Path home) {
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(HomeFolder.isInUse(home)).isFalse();
  }

  private Path out() {
    return folder.resolve("out.txt");
  }

  private static ServerOptions options(int port) {
    return new ServerOptions(
        ServerOptions.LOOPBACK, port, Mode.NORMAL, Clock.systemUTC(), "test", "");
  }

  private static JsonNode verify(Path home, int code) {
    StringWriter out = new StringWriter();
    CommandLine line = Kunan.commandLine();
    line.setOut(new PrintWriter(out, true));
    assertThat(line.execute("audit", "verify", "--home", home.toString(), "--json"))
        .isEqualTo(code);
    return new JsonMapper().readTree(out.toString());
  }

  private static void tamper(Path folder) throws Exception {
    try (HomeFolder home = HomeFolder.open(folder);
        Database database = Database.open(home, Map.of());
        var connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute("ALTER TABLE audit.entry DISABLE TRIGGER append_only");
      statement.execute("UPDATE audit.entry SET actor = 'nobody' WHERE seq = 1");
      statement.execute("ALTER TABLE audit.entry ENABLE TRIGGER append_only");
    }
  }

  private static String get(String address) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
              HttpRequest.newBuilder(java.net.URI.create(address)).build(), BodyHandlers.ofString())
          .body();
    }
  }
}
