package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Remark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntToLongFunction;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Points in arrival order that are not sealed yet: durable in a DuckDB table of a database file of
 * its own (so that sealing ends in removing a file, not in free blocks), and by tag in memory,
 * where they are read.
 */
final class HotTable {
  /** Order of arrival among hot tables and sealed files. */
  final long number;

  private final Path file;
  private final IntToLongFunction lateUntil;
  private final HeadIndex index = new HeadIndex();
  private final Map<Integer, Head> heads = new ConcurrentHashMap<>();
  private final List<Marked> remarks = new CopyOnWriteArrayList<>();
  private volatile long rows;

  private HotTable(long number, Path file, IntToLongFunction lateUntil) {
    this.number = number;
    this.file = file;
    this.lateUntil = lateUntil;
  }

  /**
   * @param lateUntil the latest time known of a tag so far
   */
  static HotTable create(Database database, Path folder, long number, IntToLongFunction lateUntil) {
    HotTable hot = new HotTable(number, fileOf(folder, number), lateUntil);
    database.execute(
        "ATTACH %s AS %s".formatted(Database.quote(hot.file), hot.alias()),
        "CREATE TABLE %s(tag INTEGER, time_us BIGINT, value DOUBLE, quality SMALLINT)"
            .formatted(hot.points()),
        "CREATE TABLE %s.clock(first_row BIGINT, arrived BIGINT)".formatted(hot.alias()),
        "CREATE TABLE %s.remarks(first_row BIGINT, rows INTEGER, who VARCHAR, why VARCHAR)"
            .formatted(hot.alias()));
    Durable.folder(folder);
    return hot;
  }

  /**
   * Takes up a table that an earlier process left; a table it had not finished making is remade.
   */
  static HotTable reopen(Database database, Path folder, long number, IntToLongFunction lateUntil) {
    HotTable hot = new HotTable(number, fileOf(folder, number), lateUntil);
    database.execute(
        "ATTACH %s AS %s".formatted(Database.quote(hot.file), hot.alias()),
        "CREATE TABLE IF NOT EXISTS %s(tag INTEGER, time_us BIGINT, value DOUBLE, quality SMALLINT)"
            .formatted(hot.points()),
        "CREATE TABLE IF NOT EXISTS %s.clock(first_row BIGINT, arrived BIGINT)"
            .formatted(hot.alias()),
        "CREATE TABLE IF NOT EXISTS %s.remarks(first_row BIGINT, rows INTEGER, who VARCHAR, why VARCHAR)"
            .formatted(hot.alias()));
    database.read("read " + hot.alias(), hot::load);
    return hot;
  }

  static Path fileOf(Path folder, long number) {
    return folder.resolve("hot-%d.duckdb".formatted(number));
  }

  /** Number of a hot table's file, also of its write-ahead log; empty for another file. */
  static @Nullable Long numberOf(Path file) {
    String name = file.getFileName().toString();
    int end = name.indexOf(".duckdb");
    return name.startsWith("hot-") && end > 4 ? Long.valueOf(name.substring(4, end)) : null;
  }

  String alias() {
    return "hot_" + number;
  }

  String points() {
    return alias() + ".points";
  }

  long rows() {
    return rows;
  }

  @Nullable Head head(int tag) {
    return heads.get(tag);
  }

  /** Heads by tag number. */
  List<Head> headsByTag() {
    return heads.values().stream().sorted(Comparator.comparingInt(head -> head.tag)).toList();
  }

  List<Marked> remarks() {
    return remarks;
  }

  /**
   * Makes a durable point visible. Writer only.
   *
   * @param remark given with it, null when it simply arrived
   */
  void add(int tag, long time, double value, short quality, long arrival, @Nullable Remark remark) {
    Head head = index.get(tag);
    if (head == null) {
      head = new Head(tag, lateUntil.applyAsLong(tag));
      head.add(time, value, quality, arrival);
      index.put(head);
      heads.put(tag, head);
    } else {
      head.add(time, value, quality, arrival);
    }
    if (remark != null) {
      remarks.add(new Marked(tag, head.size() - 1, remark));
    }
  }

  /** Writer only, after the points are added. */
  void grown(long by) {
    long before = rows;
    rows = before + by;
  }

  /** Forgets the table and its file. Nobody reads it any more. */
  void remove(Database database) {
    database.execute("DROP TABLE IF EXISTS " + points(), "DETACH DATABASE IF EXISTS " + alias());
    delete(file);
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(Path.of(file + ".wal"));
    } catch (IOException e) {
      throw new UncheckedIOException("history store, remove " + file, e);
    }
  }

  private boolean load(DuckDBConnection connection) throws SQLException {
    List<Stretch<Long>> clock = new ArrayList<>();
    List<Stretch<Remark>> remarked = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet rs =
          statement.executeQuery(
              "SELECT first_row, arrived FROM %s.clock ORDER BY 1".formatted(alias()))) {
        while (rs.next()) {
          clock.add(new Stretch<>(rs.getLong(1), Long.MAX_VALUE, rs.getLong(2)));
        }
      }
      try (ResultSet rs =
          statement.executeQuery(
              "SELECT first_row, rows, who, why FROM %s.remarks ORDER BY 1".formatted(alias()))) {
        while (rs.next()) {
          long first = rs.getLong(1);
          remarked.add(
              new Stretch<>(
                  first, first + rs.getLong(2), new Remark(rs.getString(3), rs.getString(4))));
        }
      }
    }
    loadPoints(connection, new Stretches<>(clock), new Stretches<>(remarked));
    return true;
  }

  private void loadPoints(
      DuckDBConnection connection, Stretches<Long> clock, Stretches<Remark> remarked)
      throws SQLException {
    long row = 0;
    try (var statement =
            connection.prepare("SELECT tag, time_us, value, quality FROM " + points());
        var result = statement.query()) {
      while (result.nextChunk()) {
        var chunk = result.chunk();
        var tags = chunk.vector(0);
        var times = chunk.vector(1);
        var values = chunk.vector(2);
        var qualities = chunk.vector(3);
        for (long i = 0; i < chunk.rowCount(); i++, row++) {
          Long arrival = clock.at(row);
          add(
              tags.getInt(i),
              times.getLong(i),
              values.getDouble(i),
              qualities.getShort(i),
              arrival == null ? 0 : arrival,
              remarked.at(row));
        }
      }
    }
    rows = row;
  }

  /** What holds for the rows of a stretch. */
  private record Stretch<T>(long first, long end, T what) {}

  /** Stretches by their first row, asked row by row. */
  private static final class Stretches<T> {
    private final List<Stretch<T>> stretches;
    private int next;
    private @Nullable Stretch<T> current;

    Stretches(List<Stretch<T>> stretches) {
      this.stretches = stretches;
    }

    @Nullable T at(long row) {
      while (next < stretches.size() && stretches.get(next).first() <= row) {
        current = stretches.get(next++);
      }
      Stretch<T> held = current;
      return held == null || row >= held.end() ? null : held.what();
    }
  }

  /**
   * A point that came with a remark.
   *
   * @param index in the head of its tag
   */
  record Marked(int tag, int index, Remark remark) {}
}
