package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Point;
import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import io.kunan.kernel.TagId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the neighbour of an instant, opening only the files that can hold it. */
final class PointLookup {
  private final Database database;
  private final SealedFiles files;
  private final Snapshot snapshot;

  PointLookup(Database database, SealedFiles files, Snapshot snapshot) {
    this.database = database;
    this.files = files;
    this.snapshot = snapshot;
  }

  Optional<Point> atOrBefore(int tag, long time) {
    Point best = null;
    for (Run run : newestFirst(tag)) {
      int at = time == Long.MAX_VALUE ? run.to() : run.lowerBound(time + 1);
      if (at > run.from() && (best == null || run.times()[at - 1] > best.time())) {
        best = point(tag, run, at - 1);
      }
    }
    List<SealedFile> candidates =
        holding(tag)
            .filter(file -> firstOf(file, tag) <= time)
            .sorted(byReach(file -> Math.min(lastOf(file, tag), time)))
            .toList();
    for (SealedFile file : candidates) {
      if (best != null && Math.min(lastOf(file, tag), time) <= best.time()) {
        break;
      }
      Point found = query(file, tag, "time_us <= " + time, "DESC");
      best = found != null && (best == null || found.time() > best.time()) ? found : best;
    }
    return Optional.ofNullable(best);
  }

  Optional<Point> atOrAfter(int tag, long time) {
    Point best = null;
    for (Run run : newestFirst(tag)) {
      int at = run.lowerBound(time);
      if (at < run.to() && (best == null || run.times()[at] < best.time())) {
        best = point(tag, run, at);
      }
    }
    List<SealedFile> candidates =
        holding(tag)
            .filter(file -> lastOf(file, tag) >= time)
            .sorted(byReach(file -> -Math.max(firstOf(file, tag), time)))
            .toList();
    for (SealedFile file : candidates) {
      if (best != null && Math.max(firstOf(file, tag), time) >= best.time()) {
        break;
      }
      Point found = query(file, tag, "time_us >= " + time, "ASC");
      best = found != null && (best == null || found.time() < best.time()) ? found : best;
    }
    return Optional.ofNullable(best);
  }

  /** Files that may hold the nearest point first; of equal ones the newer. */
  private static Comparator<SealedFile> byReach(
      java.util.function.ToLongFunction<SealedFile> reach) {
    return Comparator.comparingLong(reach).thenComparingLong(SealedFile::generation).reversed();
  }

  private Stream<SealedFile> holding(int tag) {
    return snapshot.points().stream().filter(file -> file.spans().find(tag) >= 0);
  }

  private List<Run> newestFirst(int tag) {
    return snapshot.hots().reversed().stream()
        .map(hot -> hot.head(tag))
        .flatMap(Stream::ofNullable)
        .map(Head::run)
        .toList();
  }

  private static long firstOf(SealedFile file, int tag) {
    return file.spans().first[file.spans().find(tag)];
  }

  private static long lastOf(SealedFile file, int tag) {
    return file.spans().last[file.spans().find(tag)];
  }

  private static Point point(int tag, Run run, int at) {
    return new Point(new TagId(tag), run.times()[at], run.values()[at], run.qualities()[at]);
  }

  private @Nullable Point query(SealedFile file, int tag, String condition, String order) {
    String sql =
        "SELECT tag, time_us, value, quality FROM %s WHERE tag = %d AND %s ORDER BY time_us %s LIMIT 1"
            .formatted(FileQuery.table(files.folder(), List.of(file)), tag, condition, order);
    return database
        .read(
            "look up",
            connection -> {
              try (var cursor = new PointCursor(connection, sql, false)) {
                return cursor.next()
                    ? Optional.of(
                        new Point(new TagId(tag), cursor.time, cursor.value, cursor.quality))
                    : Optional.<Point>empty();
              }
            })
        .orElse(null);
  }
}
