package io.kunan.engine.history.internal.duck;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.INTEGER;
import static org.duckdb.DuckDBColumnType.SMALLINT;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import io.kunan.engine.history.Correction;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.internal.duck.JavaRows.Column;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;

/**
 * The list of sealed files, what they hold, and what was corrected. A sealed file exists for the
 * store once it stands here, in one transaction with everything that follows from it.
 */
final class Manifest {
  private final Database database;
  private final JavaRows spanRows;
  private final JavaRows correctionRows;
  private long nextId;

  Manifest(Database database) {
    this.database = database;
    database.execute(
        "CREATE TABLE IF NOT EXISTS progress(sealed_through BIGINT)",
        "CREATE TABLE IF NOT EXISTS sealed_file(id BIGINT, kind VARCHAR, generation BIGINT,"
            + " name VARCHAR, bytes BIGINT, shared BOOLEAN)",
        "CREATE TABLE IF NOT EXISTS sealed_span(file BIGINT, tag INTEGER, rows INTEGER,"
            + " first_us BIGINT, last_us BIGINT, rolled BOOLEAN, last_value DOUBLE,"
            + " last_quality SMALLINT)",
        "CREATE TABLE IF NOT EXISTS correction(tag INTEGER, time_us BIGINT, old_value DOUBLE,"
            + " old_quality SMALLINT, new_value DOUBLE, new_quality SMALLINT, arrived BIGINT,"
            + " who VARCHAR, why VARCHAR, generation BIGINT)",
        "CREATE TABLE IF NOT EXISTS tag(id INTEGER, name VARCHAR, unit VARCHAR, step BOOLEAN,"
            + " class VARCHAR)");
    nextId = 1 + number("SELECT coalesce(max(id), 0) FROM sealed_file");
    DuckDBConnection connection = database.connect();
    spanRows =
        JavaRows.register(
            connection,
            "kunan_spans",
            new Column("file", BIGINT),
            new Column("tag", INTEGER),
            new Column("rows", INTEGER),
            new Column("first_us", BIGINT),
            new Column("last_us", BIGINT),
            new Column("rolled", BOOLEAN),
            new Column("last_value", DOUBLE),
            new Column("last_quality", SMALLINT));
    correctionRows =
        JavaRows.register(
            connection,
            "kunan_corrections",
            new Column("tag", INTEGER),
            new Column("time_us", BIGINT),
            new Column("old_value", DOUBLE),
            new Column("old_quality", SMALLINT),
            new Column("new_value", DOUBLE),
            new Column("new_quality", SMALLINT),
            new Column("arrived", BIGINT),
            new Column("who", VARCHAR),
            new Column("why", VARCHAR));
  }

  synchronized long nextFileId() {
    return nextId++;
  }

  /** Hot tables up to this number are sealed. */
  long sealedThrough() {
    return number("SELECT coalesce(max(sealed_through), 0) FROM progress");
  }

  /** All sealed files of a kind, by generation. */
  List<SealedFile> load(SealedFile.Kind kind) {
    Map<Long, Spans.Builder> spans = new HashMap<>();
    return database.read(
        "read the manifest",
        connection -> {
          try (Statement statement = connection.createStatement()) {
            try (ResultSet rs =
                statement.executeQuery(
                    "SELECT s.file, s.tag, s.rows, s.first_us, s.last_us, s.rolled FROM sealed_span"
                        + " s JOIN sealed_file f ON f.id = s.file WHERE f.kind = '%s' ORDER BY 1, 2"
                            .formatted(kind))) {
              while (rs.next()) {
                spans
                    .computeIfAbsent(rs.getLong(1), id -> new Spans.Builder())
                    .add(
                        rs.getInt(2), rs.getInt(3), rs.getLong(4), rs.getLong(5), rs.getBoolean(6));
              }
            }
            return files(statement, kind, spans);
          }
        });
  }

  private static List<SealedFile> files(
      Statement statement, SealedFile.Kind kind, Map<Long, Spans.Builder> spans)
      throws SQLException {
    List<SealedFile> files = new ArrayList<>();
    try (ResultSet rs =
        statement.executeQuery(
            ("SELECT id, generation, name, bytes, shared FROM sealed_file WHERE kind = '%s'"
                    + " ORDER BY generation, id")
                .formatted(kind))) {
      while (rs.next()) {
        Spans held = spans.getOrDefault(rs.getLong(1), new Spans.Builder()).build();
        files.add(
            new SealedFile(
                rs.getLong(1),
                kind,
                rs.getLong(2),
                rs.getString(3),
                rs.getLong(4),
                held,
                rs.getBoolean(5)));
      }
    }
    return files;
  }

  /** The latest sealed point of each tag. */
  List<Point> latest() {
    return database.read(
        "read last values",
        connection -> {
          List<Point> points = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet rs =
                  statement.executeQuery(
                      "SELECT s.tag, s.last_us, s.last_value, s.last_quality FROM sealed_span s"
                          + " JOIN sealed_file f ON f.id = s.file WHERE f.kind = 'POINTS' QUALIFY"
                          + " row_number() OVER (PARTITION BY s.tag ORDER BY s.last_us DESC,"
                          + " f.generation DESC) = 1")) {
            while (rs.next()) {
              points.add(
                  new Point(
                      new TagId(rs.getInt(1)), rs.getLong(2), rs.getDouble(3), rs.getShort(4)));
            }
          }
          return points;
        });
  }

  /** Enters new files and what follows from them, and takes out those they replace. */
  synchronized void record(Change change) {
    database.inTransaction(
        "record sealed files",
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (SealedFile file : change.removed()) {
              statement.execute("DELETE FROM sealed_span WHERE file = " + file.id());
              statement.execute("DELETE FROM sealed_file WHERE id = " + file.id());
            }
            for (NewFile entry : change.added()) {
              insert(statement, entry);
            }
            for (SealedFile file : change.remarked()) {
              statement.execute(
                  "UPDATE sealed_file SET shared = %s WHERE id = %d"
                      .formatted(file.overlaps(), file.id()));
            }
            insert(statement, change.corrections(), change.sealedThrough());
            if (change.sealedThrough() > 0) {
              statement.execute("DELETE FROM progress");
              statement.execute(
                  "INSERT INTO progress VALUES (%d)".formatted(change.sealedThrough()));
            }
          }
        });
  }

  /** Keeps the log of the manifest short. */
  void checkpoint() {
    database.checkpoint();
  }

  /** Corrections that were sealed in generations before one. */
  void corrections(int[] tags, TimeRange range, long before, Consumer<Correction> sink) {
    String list = Arrays.stream(tags).mapToObj(Integer::toString).collect(Collectors.joining(","));
    database.read(
        "read corrections",
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rs =
                  statement.executeQuery(
                      ("SELECT * FROM correction WHERE tag IN (%s) AND time_us >= %d AND time_us < %d"
                              + " AND generation < %d")
                          .formatted(list, range.from(), range.to(), before))) {
            while (rs.next()) {
              sink.accept(
                  new Correction(
                      new TagId(rs.getInt(1)),
                      rs.getLong(2),
                      rs.getDouble(3),
                      rs.getShort(4),
                      rs.getDouble(5),
                      rs.getShort(6),
                      rs.getLong(7),
                      rs.getString(8),
                      rs.getString(9)));
            }
          }
          return true;
        });
  }

  private void insert(Statement statement, NewFile entry) throws SQLException {
    SealedFile file = entry.file();
    statement.execute(
        "INSERT INTO sealed_file VALUES (%d, '%s', %d, %s, %d, %s)"
            .formatted(
                file.id(),
                file.kind(),
                file.generation(),
                Database.quote(file.name()),
                file.bytes(),
                file.overlaps()));
    int[] next = {0};
    spanRows.offer((out, capacity) -> fillSpans(entry, next, out, capacity), file.spans().size());
    statement.execute("INSERT INTO sealed_span SELECT * FROM kunan_spans()");
  }

  private static int fillSpans(NewFile entry, int[] next, DuckDBDataChunkWriter out, int capacity) {
    Spans spans = entry.file().spans();
    int n = Math.min(capacity, spans.size() - next[0]);
    for (int row = 0; row < n; row++) {
      int i = next[0] + row;
      out.vector(0).setLong(row, entry.file().id());
      out.vector(1).setInt(row, spans.tags[i]);
      out.vector(2).setInt(row, spans.rows[i]);
      out.vector(3).setLong(row, spans.first[i]);
      out.vector(4).setLong(row, spans.last[i]);
      out.vector(5).setBoolean(row, spans.rolled[i]);
      out.vector(6).setDouble(row, entry.lastValues()[i]);
      out.vector(7).setShort(row, entry.lastQualities()[i]);
    }
    next[0] += n;
    return n;
  }

  private void insert(Statement statement, List<Correction> corrections, long generation)
      throws SQLException {
    if (corrections.isEmpty()) {
      return;
    }
    int[] next = {0};
    correctionRows.offer(
        (out, capacity) -> fillCorrections(corrections, next, out, capacity), corrections.size());
    statement.execute(
        "INSERT INTO correction SELECT *, %d FROM kunan_corrections()".formatted(generation));
  }

  private static int fillCorrections(
      List<Correction> corrections, int[] next, DuckDBDataChunkWriter out, int capacity) {
    int n = Math.min(capacity, corrections.size() - next[0]);
    for (int row = 0; row < n; row++) {
      Correction correction = corrections.get(next[0] + row);
      out.vector(0).setInt(row, correction.tag().value());
      out.vector(1).setLong(row, correction.time());
      out.vector(2).setDouble(row, correction.oldValue());
      out.vector(3).setShort(row, correction.oldQuality());
      out.vector(4).setDouble(row, correction.newValue());
      out.vector(5).setShort(row, correction.newQuality());
      out.vector(6).setLong(row, correction.at());
      out.vector(7).setString(row, correction.who());
      out.vector(8).setString(row, correction.why());
    }
    next[0] += n;
    return n;
  }

  private long number(String sql) {
    return database.read(
        "read the manifest",
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet rs = statement.executeQuery(sql)) {
            rs.next();
            return rs.getLong(1);
          }
        });
  }

  /**
   * A file to be entered.
   *
   * @param lastValues last value of each tag of its spans
   * @param lastQualities quality of that value
   */
  @SuppressWarnings("ArrayRecordComponent") // columns beside the spans
  record NewFile(SealedFile file, double[] lastValues, short[] lastQualities) {}

  /**
   * What changes together.
   *
   * @param added new files
   * @param removed files they replace
   * @param remarked files whose overlap changed
   * @param corrections what the sealed points replaced
   * @param sealedThrough highest number of a hot table that is now sealed, 0 when none
   */
  record Change(
      List<NewFile> added,
      List<SealedFile> removed,
      List<SealedFile> remarked,
      List<Correction> corrections,
      long sealedThrough) {}
}
