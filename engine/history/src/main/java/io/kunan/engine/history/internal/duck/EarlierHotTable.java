package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Remark;
import io.kunan.engine.history.internal.duck.Journal.Entry;
import io.kunan.kernel.PointBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Hot tables as they were kept before the journal, each a DuckDB file. Their points move into
 * journals when a store of that time is opened.
 */
final class EarlierHotTable {
  private static final Pattern NAME = Pattern.compile("hot-(\\d+)\\.duckdb");

  private final Database database;
  private final Path folder;
  private final Path file;
  private final Path journal;

  private EarlierHotTable(Database database, Path folder, Path file, long number) {
    this.database = database;
    this.folder = folder;
    this.file = file;
    journal = HotTable.fileOf(folder, number);
  }

  /**
   * @param sealedThrough number of the last hot table that is sealed: up to it, files are only
   *     removed
   */
  static void convertAll(Database database, Path folder, long sealedThrough) {
    try (Stream<Path> found = Files.list(folder)) {
      for (Path file : found.sorted().toList()) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          long number = Long.parseLong(name.group(1));
          var earlier = new EarlierHotTable(database, folder, file, number);
          if (number > sealedThrough && !Files.exists(earlier.journal)) {
            earlier.convert();
          }
          earlier.remove();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("history store, take up earlier points of " + folder, e);
    }
  }

  private void convert() throws IOException {
    Path made = Path.of(journal + ".new");
    database.execute("ATTACH %s AS earlier".formatted(Database.quote(file)));
    try (Journal into = Journal.create(made)) {
      database.read("read " + file, connection -> copy(connection, into));
    } finally {
      database.execute("DETACH earlier");
    }
    Files.move(made, journal, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Durable.folder(folder);
  }

  /** A row came with the clock of the last stretch that began before it, and so with a remark. */
  private static boolean copy(DuckDBConnection connection, Journal into) throws SQLException {
    String rows =
        """
        SELECT p.tag, p.time_us, p.value, p.quality, coalesce(c.arrived, 0), r.who, r.why
        FROM (SELECT *, rowid AS n FROM earlier.points) p
        ASOF LEFT JOIN earlier.clock c ON p.n >= c.first_row
        LEFT JOIN earlier.remarks r ON p.n >= r.first_row AND p.n < r.first_row + r.rows
        ORDER BY p.n
        """;
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(rows)) {
      var gathered = new Gathered(into);
      while (row.next()) {
        String who = row.getString(6);
        gathered.with(row.getLong(5), who == null ? null : new Remark(who, row.getString(7)));
        gathered.points.add(row.getInt(1), row.getLong(2), row.getDouble(3), row.getShort(4));
      }
      gathered.write();
      return true;
    }
  }

  private void remove() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(Path.of(file + ".wal"));
  }

  /** Rows that came together. */
  private static final class Gathered {
    private static final int MOST = 100_000;

    final PointBatch.Builder points = PointBatch.builder(MOST);
    private final Journal into;
    private long arrival;
    private @Nullable Remark remark;

    Gathered(Journal into) {
      this.into = into;
    }

    /** Says of what kind the next row is, and writes the rows before it when they differ. */
    void with(long nextArrival, @Nullable Remark nextRemark) {
      if (points.size() == MOST || nextArrival != arrival || !Objects.equals(nextRemark, remark)) {
        write();
      }
      arrival = nextArrival;
      remark = nextRemark;
    }

    void write() {
      try {
        into.write(List.of(new Entry(points.build(), remark)), arrival);
      } catch (IOException e) {
        throw new UncheckedIOException("history store, take up earlier points", e);
      }
    }
  }
}
