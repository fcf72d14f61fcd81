package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.engine.history.store.RollupMaker;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBReadableVector;

/**
 * Roll-ups of tags as they are now: from sealed roll-ups where they are complete, from points where
 * hot or thin data was written since.
 */
final class RollupQuery {
  private static final int MOST_WINDOWS = 32;

  /** Some 4,000 years from 1970, the end of minutes that are counted by 32 bits. */
  private static final long FAR = Integer.MAX_VALUE * Micros.PER_MINUTE;

  private static final int MOST_EXPECTED = 1_000_000;

  private final Database database;
  private final Path folder;
  private final Snapshot snapshot;
  private final IntPredicate stepping;

  RollupQuery(Database database, Path folder, Snapshot snapshot, IntPredicate stepping) {
    this.database = database;
    this.folder = folder;
    this.snapshot = snapshot;
    this.stepping = stepping;
  }

  /**
   * @param tags rising, each once
   */
  MinuteRollups run(int[] tags, TimeRange asked) {
    TimeRange range = wholeMinutes(asked);
    MinuteRollups sealed = sealed(tags, range);
    Map<List<TimeRange>, List<Integer>> byWindows = new LinkedHashMap<>();
    for (int tag : tags) {
      byWindows.computeIfAbsent(fromPoints(tag, range), any -> new ArrayList<>()).add(tag);
    }
    byWindows.remove(List.<TimeRange>of());
    if (byWindows.isEmpty()) {
      return sealed;
    }
    Map<Integer, Fresh> fresh = new HashMap<>();
    byWindows.forEach(
        (windows, alike) -> {
          Fresh rows = rollUp(alike.stream().mapToInt(Integer::intValue).toArray(), windows);
          alike.forEach(tag -> fresh.put(tag, rows));
        });
    return weave(tags, sealed, fresh);
  }

  /** Of each tag the sealed roll-ups, and in its windows those just made of points. */
  private static MinuteRollups weave(
      int[] tags, MinuteRollups sealed, Map<Integer, Fresh> freshOf) {
    var out = new MinuteRollups.Builder();
    int next = 0;
    for (int tag : tags) {
      Fresh fresh = freshOf.getOrDefault(tag, Fresh.NONE);
      for (int w = 0; w < fresh.windows.size(); w++) {
        TimeRange window = fresh.windows.get(w);
        for (; isOf(tag, sealed, next) && sealed.start(next) < window.from(); next++) {
          out.add(sealed, next);
        }
        while (isOf(tag, sealed, next) && sealed.start(next) < window.to()) {
          next++;
        }
        fresh.give(w, tag, out);
      }
      for (; isOf(tag, sealed, next); next++) {
        out.add(sealed, next);
      }
    }
    return out.build();
  }

  private static boolean isOf(int tag, MinuteRollups rollups, int row) {
    return row < rollups.size() && rollups.tag(row) == tag;
  }

  /** Roll-ups just made of points, of tags with the same windows; given out by rising tag. */
  private static final class Fresh {
    private static final Fresh NONE = new Fresh(List.of(), List.of());

    private final List<TimeRange> windows;
    private final List<MinuteRollups> rows;
    private final int[] next;

    Fresh(List<TimeRange> windows, List<MinuteRollups> rows) {
      this.windows = windows;
      this.rows = rows;
      next = new int[windows.size()];
    }

    void give(int window, int tag, MinuteRollups.Builder out) {
      MinuteRollups made = rows.get(window);
      for (; isOf(tag, made, next[window]); next[window]++) {
        out.add(made, next[window]);
      }
    }
  }

  private static TimeRange wholeMinutes(TimeRange range) {
    long from = ceilMinute(Math.clamp(range.from(), -FAR, FAR));
    return new TimeRange(from, Math.max(from, ceilMinute(Math.clamp(range.to(), -FAR, FAR))));
  }

  private static long floorMinute(long time) {
    return time - Math.floorMod(time, Micros.PER_MINUTE);
  }

  private static long ceilMinute(long time) {
    long floor = floorMinute(time);
    return floor == time ? time : floor + Micros.PER_MINUTE;
  }

  private Fresh rollUp(int[] tags, List<TimeRange> windows) {
    List<MinuteRollups> rows = new ArrayList<>();
    for (TimeRange window : windows) {
      var out = new MinuteRollups.Builder();
      rollUp(tags, window, out);
      rows.add(out.build());
    }
    return new Fresh(windows, rows);
  }

  private void rollUp(int[] tags, TimeRange window, MinuteRollups.Builder out) {
    var maker = new RollupMaker(out);
    var current = new AtomicInteger(-1);
    new PointScan(database, folder, snapshot)
        .run(
            tags,
            window,
            batch -> {
              for (int i = 0; i < batch.size(); i++) {
                int tag = batch.tag(i);
                if (current.getAndSet(tag) != tag) {
                  maker.begin(tag, stepping.test(tag));
                }
                maker.add(batch.time(i), batch.value(i), batch.quality(i));
              }
              return true;
            });
    maker.finish();
  }

  /** Spans of whole minutes, apart from each other and in order, that only the points tell. */
  private List<TimeRange> fromPoints(int tag, TimeRange range) {
    List<TimeRange> windows = new ArrayList<>();
    for (SealedFile file : snapshot.points()) {
      int at = file.spans().find(tag);
      if (at >= 0 && !file.spans().rolled[at] && file.spans().touches(tag, range)) {
        windows.add(minutesOf(file.spans().first[at], file.spans().last[at]));
      }
    }
    for (HotTable hot : snapshot.hots()) {
      Head head = hot.head(tag);
      if (head != null) {
        addMinutes(head.run().between(range.from(), range.to()), windows);
      }
    }
    List<TimeRange> joined = join(windows, range, 0);
    for (long gap = Micros.PER_HOUR; joined.size() > MOST_WINDOWS; gap *= 4) {
      joined = join(joined, range, gap);
    }
    return joined;
  }

  private static void addMinutes(Run run, List<TimeRange> windows) {
    for (int i = run.from(); i < run.to(); ) {
      TimeRange minutes = minutesOf(run.times()[i], run.times()[i]);
      i = run.lowerBound(minutes.to());
      while (i < run.to() && run.times()[i] < minutes.to() + Micros.PER_MINUTE) {
        minutes = new TimeRange(minutes.from(), minutes.to() + Micros.PER_MINUTE);
        i = run.lowerBound(minutes.to());
      }
      windows.add(minutes);
    }
  }

  private static TimeRange minutesOf(long first, long last) {
    return new TimeRange(floorMinute(first), floorMinute(last) + Micros.PER_MINUTE);
  }

  private static List<TimeRange> join(List<TimeRange> windows, TimeRange range, long gap) {
    List<TimeRange> sorted = new ArrayList<>(windows);
    sorted.sort(Comparator.comparingLong(TimeRange::from));
    List<TimeRange> joined = new ArrayList<>();
    for (TimeRange window : sorted) {
      TimeRange clipped =
          new TimeRange(
              Math.max(window.from(), range.from()),
              Math.max(Math.max(window.from(), range.from()), Math.min(window.to(), range.to())));
      TimeRange before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && clipped.from() <= before.to() + gap) {
        joined.set(
            joined.size() - 1, new TimeRange(before.from(), Math.max(before.to(), clipped.to())));
      } else if (!clipped.isEmpty()) {
        joined.add(clipped);
      }
    }
    return joined;
  }

  private MinuteRollups sealed(int[] tags, TimeRange range) {
    List<SealedFile> files = FileQuery.touched(snapshot.rollups(), tags, range);
    var out = new MinuteRollups.Builder(expected(files, tags, range));
    if (!files.isEmpty()) {
      FileQuery query = FileQuery.of(folder, SealedFiles.ROLLUPS, files, tags, range);
      database.read("read roll-ups", connection -> read(connection, query, out));
    }
    return out.build();
  }

  /** No more rows than the files hold of the tags, nor than there are minutes. */
  private static int expected(List<SealedFile> files, int[] tags, TimeRange range) {
    long rows = 0;
    for (SealedFile file : files) {
      for (int tag : tags) {
        int at = file.spans().find(tag);
        rows += at < 0 ? 0 : file.spans().rows[at];
      }
    }
    double minutes = ((double) range.to() - range.from()) / Micros.PER_MINUTE * tags.length;
    return (int) Math.min(MOST_EXPECTED, Math.min(rows, minutes));
  }

  private static boolean read(
      DuckDBConnection connection, FileQuery query, MinuteRollups.Builder out) throws SQLException {
    try (var statement = connection.prepare(query.sql());
        var result = statement.query()) {
      while (result.nextChunk()) {
        var chunk = result.chunk();
        var columns = new DuckDBReadableVector[14];
        for (int k = 0; k < columns.length; k++) {
          columns[k] = chunk.vector(k);
        }
        for (long row = 0; row < chunk.rowCount(); row++) {
          if (query.withGeneration()) {
            out.dropLast(columns[0].getInt(row), columns[1].getInt(row));
          }
          add(columns, row, out);
        }
      }
    }
    return true;
  }

  private static void add(DuckDBReadableVector[] c, long row, MinuteRollups.Builder out) {
    out.add(
        c[0].getInt(row),
        c[1].getInt(row),
        c[2].getInt(row),
        c[3].getInt(row),
        c[4].getInt(row),
        c[5].getInt(row),
        c[6].getInt(row),
        c[7].getInt(row),
        c[8].getDouble(row),
        c[9].getDouble(row),
        c[10].getDouble(row),
        c[11].getDouble(row),
        c[12].getDouble(row),
        c[13].getDouble(row));
  }
}
