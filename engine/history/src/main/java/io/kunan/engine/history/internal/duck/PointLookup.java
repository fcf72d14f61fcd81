package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.Point;
import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import io.kunan.kernel.TagId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the neighbours of an instant, opening only the files that can hold one, and each of them
 * once for all the tags that look into it.
 */
final class PointLookup {
  private final Database database;
  private final SealedFiles files;
  private final Snapshot snapshot;

  PointLookup(Database database, SealedFiles files, Snapshot snapshot) {
    this.database = database;
    this.files = files;
    this.snapshot = snapshot;
  }

  /** Which way a neighbour lies. */
  enum Side {
    AT_OR_BEFORE("<=", "DESC"),
    AT_OR_AFTER(">=", "ASC");

    private final String operator;
    private final String order;

    Side(String operator, String order) {
      this.operator = operator;
      this.order = order;
    }

    private boolean nearer(long one, long other) {
      return this == AT_OR_BEFORE ? one > other : one < other;
    }

    private boolean holds(SealedFile file, int tag, long time) {
      int at = file.spans().find(tag);
      return at >= 0
          && (this == AT_OR_BEFORE
              ? file.spans().first[at] <= time
              : file.spans().last[at] >= time);
    }

    /** The nearest a point of a file that {@link #holds} one can lie. */
    private long reach(SealedFile file, int tag, long time) {
      int at = file.spans().find(tag);
      return this == AT_OR_BEFORE
          ? Math.min(file.spans().last[at], time)
          : Math.max(file.spans().first[at], time);
    }

    /** Place of the neighbour in a run; outside of the run when it has none. */
    private int placeIn(Run run, long time) {
      if (this == AT_OR_AFTER) {
        return run.lowerBound(time);
      }
      return (time == Long.MAX_VALUE ? run.to() : run.lowerBound(time + 1)) - 1;
    }
  }

  /** The neighbours found, in the order asked. */
  List<Point> find(Side side, List<TagId> tags, long time) {
    int[] numbers = tags.stream().mapToInt(TagId::value).distinct().sorted().toArray();
    Map<Integer, Point> found = find(side, numbers, time);
    return tags.stream().map(tag -> found.get(tag.value())).flatMap(Stream::ofNullable).toList();
  }

  private Map<Integer, Point> find(Side side, int[] tags, long time) {
    Map<Integer, Point> best = new HashMap<>();
    Map<Integer, Deque<SealedFile>> open = new HashMap<>();
    for (int tag : tags) {
      Point hot = hot(side, tag, time);
      if (hot != null) {
        best.put(tag, hot);
      }
      open.put(tag, candidates(side, tag, time));
    }
    while (!open.isEmpty()) {
      for (var round : nextRound(side, time, best, open).entrySet()) {
        int[] asked = round.getValue().stream().mapToInt(Integer::intValue).sorted().toArray();
        for (Point point : query(round.getKey(), side, asked, time)) {
          best.merge(
              point.tag().value(),
              point,
              (old, found) -> side.nearer(found.time(), old.time()) ? found : old);
        }
      }
    }
    return best;
  }

  /** The file each tag looks into next; a tag that none can help any more is done. */
  private static Map<SealedFile, List<Integer>> nextRound(
      Side side, long time, Map<Integer, Point> best, Map<Integer, Deque<SealedFile>> open) {
    Map<SealedFile, List<Integer>> round = new LinkedHashMap<>();
    open.entrySet()
        .removeIf(
            entry -> {
              int tag = entry.getKey();
              SealedFile file = entry.getValue().poll();
              Point known = best.get(tag);
              if (file == null
                  || (known != null && !side.nearer(side.reach(file, tag, time), known.time()))) {
                return true;
              }
              round.computeIfAbsent(file, any -> new ArrayList<>()).add(tag);
              return false;
            });
    return round;
  }

  private @Nullable Point hot(Side side, int tag, long time) {
    Point best = null;
    for (HotTable table : snapshot.hots().reversed()) {
      Head head = table.head(tag);
      if (head == null) {
        continue;
      }
      Run run = head.run();
      int at = side.placeIn(run, time);
      if (at >= run.from()
          && at < run.to()
          && (best == null || side.nearer(run.times()[at], best.time()))) {
        best = new Point(new TagId(tag), run.times()[at], run.values()[at], run.qualities()[at]);
      }
    }
    return best;
  }

  /** Files that may hold the nearest point first; of equal ones the newer. */
  private Deque<SealedFile> candidates(Side side, int tag, long time) {
    Comparator<SealedFile> byReach = Comparator.comparingLong(file -> side.reach(file, tag, time));
    if (side == Side.AT_OR_BEFORE) {
      byReach = byReach.reversed();
    }
    return new ArrayDeque<>(
        snapshot.points().stream()
            .filter(file -> side.holds(file, tag, time))
            .sorted(
                byReach.thenComparing(Comparator.comparingLong(SealedFile::generation).reversed()))
            .toList());
  }

  private List<Point> query(SealedFile file, Side side, int[] tags, long time) {
    String one = tags.length == 1 ? " LIMIT 1" : "";
    String nearest = tags.length == 1 ? "" : "DISTINCT ON (tag) ";
    String sql =
        "SELECT %stag, time_us, value, quality FROM %s WHERE %s AND time_us %s %d ORDER BY %stime_us %s%s"
            .formatted(
                nearest,
                FileQuery.table(files.folder(), List.of(file)),
                FileQuery.tagsAre(tags),
                side.operator,
                time,
                tags.length == 1 ? "" : "tag, ",
                side.order,
                one);
    List<Point> found = new ArrayList<>(tags.length);
    database.read(
        "look up",
        connection -> {
          try (var cursor = new PointCursor(connection, sql, false)) {
            while (cursor.next()) {
              found.add(
                  new Point(new TagId(cursor.tag), cursor.time, cursor.value, cursor.quality));
            }
            return found;
          }
        });
    return found;
  }
}
