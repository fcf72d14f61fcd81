package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.HistoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;

/** One DuckDB instance in this process and the connections to it. */
final class Database implements AutoCloseable {
  /** Hot tables are never checkpointed while they grow: their life ends in a sealed file. */
  private static final String NO_CHECKPOINT_BY_SIZE = "1TB";

  /** An answer up to this size is made at one go, by all threads. */
  private static final String WHOLE_MONTHS = "SET streaming_buffer_size = '16MiB'";

  private final DuckDBConnection root;
  private final Queue<DuckDBConnection> all = new ConcurrentLinkedQueue<>();
  private final Deque<DuckDBConnection> idle = new ConcurrentLinkedDeque<>();

  private Database(DuckDBConnection root) {
    this.root = root;
  }

  static Database open(Path file, Path temporary, HistoryOptions options) {
    try {
      var settings = new Properties();
      settings.setProperty("memory_limit", (options.memoryBytes() >> 20) + "MiB");
      settings.setProperty("threads", Integer.toString(options.threads()));
      settings.setProperty("temp_directory", temporary.toString());
      settings.setProperty("autoinstall_known_extensions", "false");
      settings.setProperty("autoload_known_extensions", "false");
      settings.setProperty("wal_autocheckpoint", NO_CHECKPOINT_BY_SIZE);
      var connection =
          (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
      var database = new Database(connection);
      database.execute("SET GLOBAL parquet_metadata_cache = true");
      return database;
    } catch (SQLException e) {
      throw fault("open " + file, e);
    }
  }

  /** A connection that ends with this database. */
  DuckDBConnection connect() {
    try {
      DuckDBConnection connection = root.duplicate();
      all.add(connection);
      try (Statement statement = connection.createStatement()) {
        statement.execute(WHOLE_MONTHS);
      }
      return connection;
    } catch (SQLException e) {
      throw fault("connect", e);
    }
  }

  /** Work on a connection of the pool for readers. */
  <T> T read(String what, SqlWork<T> work) {
    DuckDBConnection free = idle.pollFirst();
    DuckDBConnection connection = free == null ? connect() : free;
    try {
      return work.on(connection);
    } catch (SQLException e) {
      throw fault(what, e);
    } finally {
      idle.addFirst(connection);
    }
  }

  /** Statements that end one by one. */
  void execute(String... statements) {
    read(
        statements[0],
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
              statement.execute(sql);
            }
            return true;
          }
        });
  }

  /** Shortens the write-ahead log of the manifest. */
  synchronized void checkpoint() {
    execute("CHECKPOINT");
  }

  /** Work on the manifest that is kept whole or not at all, one piece at a time. */
  synchronized void inTransaction(String what, SqlStep step) {
    read(
        what,
        connection -> {
          connection.setAutoCommit(false);
          try {
            step.on(connection);
            connection.commit();
            return true;
          } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
          } finally {
            connection.setAutoCommit(true);
          }
        });
  }

  static UncheckedIOException fault(String what, SQLException cause) {
    return new UncheckedIOException(
        new IOException("history store, %s: %s".formatted(what, cause.getMessage()), cause));
  }

  static String quote(Path path) {
    return quote(path.toString());
  }

  static String quote(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  @Override
  public void close() {
    try {
      for (DuckDBConnection connection : all) {
        connection.close();
      }
      root.close();
    } catch (SQLException e) {
      throw fault("close", e);
    }
  }

  /** Work that answers. */
  @FunctionalInterface
  interface SqlWork<T> {
    T on(DuckDBConnection connection) throws SQLException;
  }

  /** Work that does not answer. */
  @FunctionalInterface
  interface SqlStep {
    void on(DuckDBConnection connection) throws SQLException;
  }
}
