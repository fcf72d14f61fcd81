package io.kunan.engine.history.internal.duck;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.INTEGER;
import static org.duckdb.DuckDBColumnType.SMALLINT;

import io.kunan.engine.history.internal.duck.JavaRows.Column;
import io.kunan.engine.history.internal.duck.Manifest.NewFile;
import io.kunan.engine.history.internal.duck.SealedFile.Kind;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.Quality;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBDataChunkWriter;

/** Writes sealed files and forces them to disk before anybody hears of them. */
final class SealedFiles {
  static final FileQuery.Shape ROLLUPS =
      new FileQuery.Shape(
          "tag, minute, first_offset, last_offset, count, bad_count, good_us, bad_us,"
              + " first, last, min, max, sum, mean",
          "minute",
          io.kunan.kernel.Micros.PER_MINUTE);

  private final Database database;
  private final Manifest manifest;
  private final Path folder;
  private final Courtesy.Worker worker;
  private final JavaRows points;
  private final JavaRows rollups;

  SealedFiles(Database database, Manifest manifest, Path folder, Courtesy.Worker worker) {
    this.database = database;
    this.manifest = manifest;
    this.folder = folder;
    this.worker = worker;
    var connection = database.connect();
    points =
        JavaRows.register(
            connection,
            "kunan_points",
            new Column("tag", INTEGER),
            new Column("time_us", BIGINT),
            new Column("value", DOUBLE),
            new Column("quality", SMALLINT));
    rollups =
        JavaRows.register(
            connection,
            "kunan_rollups",
            new Column("tag", INTEGER),
            new Column("minute", INTEGER),
            new Column("first_offset", INTEGER),
            new Column("last_offset", INTEGER),
            new Column("count", INTEGER),
            new Column("bad_count", INTEGER),
            new Column("good_us", INTEGER),
            new Column("bad_us", INTEGER),
            new Column("first", DOUBLE),
            new Column("last", DOUBLE),
            new Column("min", DOUBLE),
            new Column("max", DOUBLE),
            new Column("sum", DOUBLE),
            new Column("mean", DOUBLE));
  }

  Path folder() {
    return folder;
  }

  Path path(SealedFile file) {
    return folder.resolve(file.name());
  }

  /** Seals points: one run for each tag, tags rising. */
  NewFile writePoints(long generation, int[] tags, List<Run> runs, boolean[] rolled) {
    var spans = new Spans.Builder();
    double[] lastValues = new double[tags.length];
    short[] lastQualities = new short[tags.length];
    for (int i = 0; i < tags.length; i++) {
      Run run = runs.get(i);
      spans.add(tags[i], run.size(), run.firstTime(), run.lastTime(), rolled[i]);
      lastValues[i] = run.values()[run.to() - 1];
      lastQualities[i] = run.qualities()[run.to() - 1];
    }
    Spans held = spans.build();
    points.offer(politely(new RunFeed(tags, runs)), held.totalRows());
    SealedFile file = write(Kind.POINTS, generation, held, "SELECT * FROM kunan_points()");
    return new NewFile(file, lastValues, lastQualities);
  }

  /** Seals rows {@code from} to {@code to} of roll-ups, sorted by tag and minute. */
  NewFile writeRollups(long generation, MinuteRollups rows, int[] chosen) {
    var spans = new Spans.Builder();
    for (int start = 0; start < chosen.length; ) {
      int end = start;
      while (end < chosen.length && rows.tag(chosen[end]) == rows.tag(chosen[start])) {
        end++;
      }
      spans.add(
          rows.tag(chosen[start]),
          end - start,
          rows.start(chosen[start]),
          rows.start(chosen[end - 1]),
          true);
      start = end;
    }
    Spans held = spans.build();
    int[] next = {0};
    rollups.offer(
        politely((out, capacity) -> fill(rows, chosen, next, out, capacity)), chosen.length);
    return plain(write(Kind.ROLLUPS, generation, held, "SELECT * FROM kunan_rollups()"));
  }

  /** A file of roll-ups: nobody asks for its last values. */
  static NewFile plain(SealedFile file) {
    short[] qualities = new short[file.spans().size()];
    java.util.Arrays.fill(qualities, Quality.GOOD);
    return new NewFile(file, new double[file.spans().size()], qualities);
  }

  /** Writes what a query gives, in its order, as a file of the next number. */
  SealedFile write(Kind kind, long generation, Spans spans, String sql) {
    long id = manifest.nextFileId();
    String name = "%s-%07d.parquet".formatted(kind.name().toLowerCase(Locale.ROOT), id);
    long bytes = copy(sql, name);
    return new SealedFile(id, kind, generation, name, bytes, spans, false);
  }

  /** Writes what a query gives into a new file and forces it. */
  long copy(String sql, String name) {
    Path file = folder.resolve(name);
    database.execute(
        "COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v2)"
            .formatted(sql, Database.quote(file)));
    return Durable.file(file);
  }

  void forceNames() {
    Durable.folder(folder);
  }

  void delete(Collection<SealedFile> files) {
    for (SealedFile file : files) {
      try {
        Files.deleteIfExists(path(file));
      } catch (IOException e) {
        throw new UncheckedIOException("history store, remove " + path(file), e);
      }
    }
  }

  /** Removes files of a seal that never came into the manifest. */
  void deleteUnknown(List<SealedFile> known) {
    Set<String> names = known.stream().map(SealedFile::name).collect(Collectors.toSet());
    try (Stream<Path> found = Files.list(folder)) {
      for (Path path : found.toList()) {
        if (!names.contains(path.getFileName().toString())) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("history store, tidy " + folder, e);
    }
  }

  private JavaRows.Feed politely(JavaRows.Feed feed) {
    return (out, capacity) -> {
      worker.giveWay();
      return feed.fill(out, capacity);
    };
  }

  private static int fill(
      MinuteRollups rows, int[] chosen, int[] next, DuckDBDataChunkWriter out, int capacity) {
    int n = Math.min(capacity, chosen.length - next[0]);
    for (int row = 0; row < n; row++) {
      int i = chosen[next[0] + row];
      out.vector(0).setInt(row, rows.tag(i));
      out.vector(1).setInt(row, rows.minute(i));
      out.vector(2).setInt(row, (int) (rows.firstTime(i) - rows.start(i)));
      out.vector(3).setInt(row, (int) (rows.lastTime(i) - rows.start(i)));
      out.vector(4).setInt(row, rows.count(i));
      out.vector(5).setInt(row, rows.badCount(i));
      out.vector(6).setInt(row, rows.goodMicros(i));
      out.vector(7).setInt(row, rows.badMicros(i));
      out.vector(8).setDouble(row, rows.first(i));
      out.vector(9).setDouble(row, rows.last(i));
      out.vector(10).setDouble(row, rows.min(i));
      out.vector(11).setDouble(row, rows.max(i));
      out.vector(12).setDouble(row, rows.sum(i));
      out.vector(13).setDouble(row, rows.timeWeightedMean(i));
    }
    next[0] += n;
    return n;
  }

  /** Runs one after the other. */
  private static final class RunFeed implements JavaRows.Feed {
    private final int[] tags;
    private final List<Run> runs;
    private int current;
    private int offset;

    RunFeed(int[] tags, List<Run> runs) {
      this.tags = tags;
      this.runs = runs;
    }

    @Override
    public int fill(DuckDBDataChunkWriter out, int capacity) {
      var tagColumn = out.vector(0);
      var timeColumn = out.vector(1);
      var valueColumn = out.vector(2);
      var qualityColumn = out.vector(3);
      int row = 0;
      while (row < capacity && current < tags.length) {
        Run run = runs.get(current);
        int n = Math.min(capacity - row, run.size() - offset);
        int at = run.from() + offset;
        for (int i = 0; i < n; i++) {
          tagColumn.setInt(row + i, tags[current]);
          timeColumn.setLong(row + i, run.times()[at + i]);
          valueColumn.setDouble(row + i, run.values()[at + i]);
          qualityColumn.setShort(row + i, run.qualities()[at + i]);
        }
        row += n;
        offset += n;
        if (offset == run.size()) {
          current++;
          offset = 0;
        }
      }
      return row;
    }
  }
}
