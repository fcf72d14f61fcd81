package io.kunan.platform.database;

import io.kunan.kernel.InputException;
import io.kunan.platform.database.internal.PostgresServer;
import io.kunan.platform.home.HomeFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The database of one installation, open until closed. */
public interface Database extends AutoCloseable {
  /** How to reach it now; the port of the embedded server changes from start to start. */
  DatabaseAddress address();

  /** Stops the server if this process started it. */
  @Override
  void close();

  /**
   * Opens the PostgreSQL named by {@code KUNAN_DB_URL}, {@code KUNAN_DB_USER} and {@code
   * KUNAN_DB_PASSWORD} (or {@code KUNAN_DB_PASSWORD_FILE}); without a URL starts the one in the
   * home.
   *
   * @throws InputException when it cannot be started, with the reason and what to do
   */
  static Database open(HomeFolder home, Map<String, String> environment) {
    String url = environment.getOrDefault("KUNAN_DB_URL", "");
    return url.isBlank() ? PostgresServer.start(home) : named(url, environment);
  }

  /**
   * Joins the server which another process has started in this home; closing leaves it running.
   *
   * @throws InputException when none runs there
   */
  static Database join(HomeFolder home, Map<String, String> environment) {
    String url = environment.getOrDefault("KUNAN_DB_URL", "");
    return url.isBlank()
        ? new NamedDatabase(PostgresServer.addressOfRunning(home))
        : named(url, environment);
  }

  private static Database named(String url, Map<String, String> environment) {
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new InputException(
          "KUNAN_DB_URL",
          "“%s” names no PostgreSQL".formatted(url),
          "write jdbc:postgresql://HOST:PORT/NAME");
    }
    return new NamedDatabase(
        new DatabaseAddress(
            url, environment.getOrDefault("KUNAN_DB_USER", "kunan"), password(environment)));
  }

  private static String password(Map<String, String> environment) {
    String file = environment.getOrDefault("KUNAN_DB_PASSWORD_FILE", "");
    if (file.isBlank()) {
      return environment.getOrDefault("KUNAN_DB_PASSWORD", "");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (java.io.IOException e) {
      throw new InputException(
          "KUNAN_DB_PASSWORD_FILE", file + " cannot be read", "name a readable file", e);
    }
  }
}
