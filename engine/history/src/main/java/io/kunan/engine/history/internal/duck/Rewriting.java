package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.internal.duck.Manifest.Change;
import io.kunan.engine.history.internal.duck.Manifest.NewFile;
import io.kunan.engine.history.internal.duck.SealedFile.Kind;
import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Puts new sealed files in the place of old ones. */
final class Rewriting {
  private final Database database;
  private final Manifest manifest;
  private final SealedFiles files;
  private final Snapshots snapshots;

  Rewriting(Database database, Manifest manifest, SealedFiles files, Snapshots snapshots) {
    this.database = database;
    this.manifest = manifest;
    this.files = files;
    this.snapshots = snapshots;
  }

  /**
   * Writes the rows of a query as a file; null when there are none.
   *
   * @param sources the files it comes from: a tag is rolled up when it is so in all of them
   */
  @Nullable NewFile write(Kind kind, long generation, String sql, List<SealedFile> sources) {
    SealedFile file = files.write(kind, generation, new Spans.Builder().build(), sql);
    NewFile written =
        database.read("measure " + file.name(), connection -> measure(connection, file, sources));
    if (written.file().rows() == 0) {
      files.delete(List.of(file));
      return null;
    }
    return written;
  }

  /** Enters what was written and takes out what it replaces. */
  void replace(List<SealedFile> removed, List<NewFile> added) {
    if (!added.isEmpty()) {
      files.forceNames();
    }
    Snapshot now = snapshots.now();
    Map<Long, SealedFile> rest = new HashMap<>();
    now.points().forEach(file -> rest.put(file.id(), file));
    now.rollups().forEach(file -> rest.put(file.id(), file));
    removed.forEach(file -> rest.remove(file.id()));
    List<NewFile> entries = Overlaps.mark(added, rest);
    Overlaps.unmark(rest, added);
    List<SealedFile> kept = new ArrayList<>(now.points());
    kept.addAll(now.rollups());
    kept.removeIf(file -> !rest.containsKey(file.id()));
    manifest.record(new Change(entries, removed, Overlaps.changed(kept, rest), List.of(), 0));
    snapshots.change(
        before ->
            new Snapshot(
                before.hots(),
                without(Sealer.with(before.points(), rest, entries, Kind.POINTS), removed),
                without(Sealer.with(before.rollups(), rest, entries, Kind.ROLLUPS), removed)),
        () -> files.delete(removed));
  }

  private static List<SealedFile> without(List<SealedFile> all, List<SealedFile> removed) {
    return all.stream()
        .filter(file -> removed.stream().noneMatch(old -> old.id() == file.id()))
        .toList();
  }

  private NewFile measure(DuckDBConnection connection, SealedFile file, List<SealedFile> sources)
      throws SQLException {
    boolean points = file.kind() == Kind.POINTS;
    String time = points ? "time_us" : "minute * 60000000::BIGINT";
    String last = points ? "arg_max(value, time_us), arg_max(quality, time_us)" : "0, 0";
    String sql =
        "SELECT tag, count(*), min(%s), max(%s), %s FROM %s GROUP BY tag ORDER BY tag"
            .formatted(time, time, last, FileQuery.table(files.folder(), List.of(file)));
    var spans = new Spans.Builder();
    double[] values = new double[16];
    short[] qualities = new short[16];
    int n = 0;
    try (Statement statement = connection.createStatement();
        ResultSet rs = statement.executeQuery(sql)) {
      for (; rs.next(); n++) {
        if (n == values.length) {
          values = Arrays.copyOf(values, n * 2);
          qualities = Arrays.copyOf(qualities, n * 2);
        }
        int tag = rs.getInt(1);
        spans.add(tag, rs.getInt(2), rs.getLong(3), rs.getLong(4), rolled(tag, sources));
        values[n] = rs.getDouble(5);
        qualities[n] = rs.getShort(6);
      }
    }
    var measured =
        new SealedFile(
            file.id(),
            file.kind(),
            file.generation(),
            file.name(),
            file.bytes(),
            spans.build(),
            false);
    return new NewFile(measured, Arrays.copyOf(values, n), Arrays.copyOf(qualities, n));
  }

  private static boolean rolled(int tag, List<SealedFile> sources) {
    for (SealedFile source : sources) {
      int at = source.spans().find(tag);
      if (at >= 0 && !source.spans().rolled[at]) {
        return false;
      }
    }
    return true;
  }
}
