package io.kunan.platform.database.internal;

import io.kunan.kernel.InputException;
import io.kunan.platform.database.Database;
import io.kunan.platform.database.DatabaseAddress;
import io.kunan.platform.home.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server of one home: a process of its own on a random loopback port, its data kept
 * in the home, its password in the home's secrets.
 */
public final class PostgresServer implements Database {
  private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);
  private static final String USER = "kunan";
  private static final String NAME = "kunan";
  private static final String PASSWORD = "postgres-password";
  private static final int PORT_TRIES = 5;

  private final HomeFolder home;
  private final PostgresProgram program;
  private final Path data;

  private PostgresServer(HomeFolder home) {
    this.home = home;
    this.program = new PostgresProgram(PostgresBinaries.unpack(home.cache()), home.logs());
    this.data = home.postgres();
  }

  /** Starts the server of a home, which this process owns; makes its data at the first start. */
  public static PostgresServer start(HomeFolder home) {
    PostgresServer server = new PostgresServer(home);
    try {
      server.clearAway();
      if (!Files.exists(server.data.resolve("PG_VERSION"))) {
        server.initialise();
      }
      server.startOnFreePort();
      server.createDatabase();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return server;
  }

  /** Where the server runs that another process started in this home. */
  public static DatabaseAddress addressOfRunning(HomeFolder home) {
    return PostmasterFile.find(home.postgres())
        .filter(file -> file.process().isPresent())
        .map(file -> address(home, file.port(), NAME))
        .orElseThrow(
            () ->
                new InputException(
                    "home " + home.root(), "its PostgreSQL does not run", "start the server"));
  }

  @Override
  public DatabaseAddress address() {
    return addressOfRunning(home);
  }

  /** The process of the server, empty once it has ended. */
  public Optional<ProcessHandle> process() {
    return PostmasterFile.find(data).flatMap(PostmasterFile::process);
  }

  @Override
  public void close() {
    if (process().isPresent()) {
      program.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-t", "60"));
    }
  }

  /** Whoever holds the home's lock owns its data: a server still running there is an orphan. */
  private void clearAway() throws IOException {
    Optional<PostmasterFile> left = PostmasterFile.find(data);
    if (left.flatMap(PostmasterFile::process).isPresent()) {
      log.warn("a PostgreSQL left over from an earlier run is stopped");
      close();
    }
    PostmasterFile.delete(data);
  }

  private void initialise() throws IOException {
    Path password = home.secrets().folder().resolve(PASSWORD);
    home.secrets().getOrCreate(PASSWORD);
    clearHalfMadeData();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-D",
                data.toString(),
                "-U",
                USER,
                "--pwfile",
                password.toString(),
                "-A",
                "scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions"));
    if (PostgresBinaries.isLinux()) {
      // One call for the file system in place of one for each of a thousand files: 0.7 s, not 4 s.
      arguments.add("--sync-method=syncfs");
    }
    program.run("initdb", arguments);
  }

  /**
   * An initdb which was killed leaves files without PG_VERSION, among which it will not work again.
   */
  private void clearHalfMadeData() throws IOException {
    try (var files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(data)) {
          Files.delete(file);
        }
      }
    }
  }

  private void startOnFreePort() throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        startOn(freePort());
        return;
      } catch (InputException e) {
        if (attempt == PORT_TRIES || !serverLog().contains("Address already in use")) {
          throw e;
        }
      }
    }
  }

  private void startOn(int port) {
    String options =
        String.join(
            " ",
            "-p " + port,
            "-h 127.0.0.1",
            "-c unix_socket_directories=''",
            "-c shared_buffers=64MB",
            "-c max_connections=40",
            "-c max_wal_size=256MB",
            "-c timezone=UTC",
            "-c log_timezone=UTC");
    program.run(
        "pg_ctl",
        List.of(
            "start",
            "-D",
            data.toString(),
            "-l",
            logFile().toString(),
            "-w",
            "-t",
            "60",
            "-o",
            options));
  }

  private void createDatabase() {
    int port = PostmasterFile.find(data).orElseThrow().port();
    DatabaseAddress first = address(home, port, "postgres");
    try (Connection connection = first.connect();
        var statement = connection.createStatement()) {
      try (var found =
          statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        if (found.next()) {
          return;
        }
      }
      statement.execute("CREATE DATABASE " + NAME);
    } catch (SQLException e) {
      throw new IllegalStateException("the embedded PostgreSQL does not let us in", e);
    }
  }

  private static DatabaseAddress address(HomeFolder home, int port, String name) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name),
        USER,
        home.secrets()
            .find(PASSWORD)
            .orElseThrow(
                () ->
                    new InputException(
                        "home " + home.root(),
                        "secrets/" + PASSWORD + " is missing",
                        "restore the file from a backup of the home")));
  }

  private Path logFile() {
    return home.logs().resolve("postgresql.log");
  }

  private String serverLog() throws IOException {
    return Files.exists(logFile()) ? Files.readString(logFile()) : "";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
