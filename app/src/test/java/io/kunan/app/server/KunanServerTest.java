package io.kunan.app.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
    Path out = folder.resolve("out.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dkunan.cache=" + System.getProperty("kunan.cache", ""),
                "-cp",
                System.getProperty("java.class.path"),
                Kunan.class.getName(),
                "serve",
                "--port=0",
                "--home=" + home)
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> !process.isAlive() || Files.readString(out).contains("Kunan answers at"));
    assertThat(process.isAlive()).as(Files.readString(out)).isTrue();
    assertThat(Files.readString(out)).contains("password");
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(home.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(HomeFolder.isInUse(home)).isFalse();
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
