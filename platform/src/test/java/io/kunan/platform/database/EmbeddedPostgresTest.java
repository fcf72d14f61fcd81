package io.kunan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kunan.kernel.InputException;
import io.kunan.platform.database.internal.PostgresServer;
import io.kunan.platform.home.HomeFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
  @TempDir private Path folder;
  private HomeFolder home;

  @BeforeEach
  void openHome() {
    home = HomeFolder.open(folder);
  }

  @AfterEach
  void closeHome() {
    home.close();
  }

  @Test
  void keepsItsDataFromStartToStartAndLeavesNoProcess() throws SQLException {
    ProcessHandle first;
    try (PostgresServer server = PostgresServer.start(home)) {
      first = server.process().orElseThrow();
      execute(server.address(), "CREATE TABLE pot AS SELECT 42 AS number");
      assertThat(ask(server.address(), "SHOW server_encoding")).isEqualTo("UTF8");
      assertThat(ask(server.address(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server.address(), "SELECT upper('槽 é')")).isEqualTo("槽 É");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> new DatabaseAddress(server.address().url(), "kunan", "wrong").connect())
          .withMessageContaining("password authentication failed");
    }
    awaitEnd(first);
    try (Database again = Database.open(home, Map.of())) {
      assertThat(ask(again.address(), "SELECT number FROM pot")).isEqualTo("42");
    }
  }

  @Test
  void aServerLeftOverFromAKilledRunIsStoppedAndReplaced() throws SQLException {
    PostgresServer orphan = PostgresServer.start(home);
    ProcessHandle left = orphan.process().orElseThrow();
    execute(orphan.address(), "CREATE TABLE pot AS SELECT 7 AS number");
    try (PostgresServer server = PostgresServer.start(home)) {
      awaitEnd(left);
      assertThat(ask(server.address(), "SELECT number FROM pot")).isEqualTo("7");
    }
  }

  @Test
  void aStaleProcessNumberOfAnotherProgramDoesNotStopTheStart() throws IOException, SQLException {
    PostgresServer.start(home).close();
    long somebodyElse = ProcessHandle.current().pid();
    Files.writeString(
        home.postgres().resolve("postmaster.pid"),
        "%d\n%s\n0\n5432\n\n127.0.0.1\n".formatted(somebodyElse, home.postgres()));
    try (PostgresServer server = PostgresServer.start(home)) {
      assertThat(ask(server.address(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void aUrlThatIsNoPostgresIsRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Database.open(home, Map.of("KUNAN_DB_URL", "jdbc:h2:mem:x")))
        .withMessageContaining("jdbc:postgresql://");
  }

  @Test
  void joiningAHomeWithoutARunningServerSaysSo() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Database.join(home, Map.of()))
        .withMessageContaining("does not run");
  }

  /** The process may stay a zombie until the machine's first process has collected it. */
  private static void awaitEnd(ProcessHandle server) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> server.info().commandLine().isEmpty());
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(DatabaseAddress address, String sql) throws SQLException {
    try (Connection connection = address.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
