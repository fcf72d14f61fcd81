package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.internal.duck.Manifest.NewFile;
import io.kunan.engine.history.internal.duck.SealedFile.Kind;
import io.kunan.engine.history.internal.duck.Snapshots.Lease;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Merges the small and the late files of a window of time (see {@link Windows}) into few files that
 * do not overlap. Always takes files whose generations follow each other, so that the last write
 * still wins over what is left outside.
 */
final class Compactor {
  /** Files that hold the same tag before a window is worth merging, when none overlap. */
  private static final int FRAGMENTS = 4;

  private static final long STRIPE_ROWS = 16_000_000;
  private static final long MOST_ROWS_AT_ONCE = 64_000_000;

  private final SealedFiles files;
  private final Snapshots snapshots;
  private final Rewriting rewriting;

  Compactor(SealedFiles files, Snapshots snapshots, Rewriting rewriting) {
    this.files = files;
    this.snapshots = snapshots;
    this.rewriting = rewriting;
  }

  /** Merges what is worth merging and says how many files went. */
  int compact() {
    return compact(Kind.POINTS) + compact(Kind.ROLLUPS);
  }

  private int compact(Kind kind) {
    int merged = 0;
    try (Lease lease = snapshots.lease()) {
      List<SealedFile> all = lease.snapshot.files(kind);
      for (TimeRange window : Windows.of(kind).cut(rowsByUnit(kind, all))) {
        merged += compact(kind, window);
      }
    }
    return merged;
  }

  private static NavigableMap<Long, Long> rowsByUnit(Kind kind, List<SealedFile> all) {
    Windows windows = Windows.of(kind);
    NavigableMap<Long, Long> rows = new TreeMap<>();
    for (SealedFile file : all) {
      long first = windows.unitOf(file.minTime());
      long last = windows.unitOf(file.maxTime());
      for (long unit = first; unit <= last; unit++) {
        rows.merge(unit, Math.ceilDiv(file.rows(), last - first + 1), Long::sum);
      }
    }
    return rows;
  }

  private int compact(Kind kind, TimeRange window) {
    List<SealedFile> chosen = choose(inside(kind, window));
    if (chosen.size() < 2) {
      return 0;
    }
    List<NewFile> added = new ArrayList<>();
    long generation = chosen.stream().mapToLong(SealedFile::generation).max().orElseThrow();
    for (SealedFile file : chosen) {
      if (file.minTime() < window.from()) {
        keepRest(file, time(kind) + " < " + steps(kind, window.from()), added);
      }
      if (file.maxTime() >= window.to()) {
        keepRest(file, time(kind) + " >= " + steps(kind, window.to()), added);
      }
    }
    for (int[] stripe : stripes(chosen)) {
      NewFile merged = rewriting.write(kind, generation, sql(kind, chosen, window, stripe), chosen);
      if (merged != null) {
        added.add(merged);
      }
    }
    rewriting.replace(chosen, added);
    return chosen.size();
  }

  /** By generation. */
  private List<SealedFile> inside(Kind kind, TimeRange window) {
    return snapshots.now().files(kind).stream()
        .filter(file -> file.minTime() < window.to() && file.maxTime() >= window.from())
        .toList();
  }

  /** Files worth merging: all of the window, or, of very much data, the newest small ones. */
  private static List<SealedFile> choose(List<SealedFile> all) {
    List<SealedFile> chosen = new ArrayList<>();
    long rows = 0;
    for (SealedFile file : all.reversed()) {
      boolean large = file.rows() > STRIPE_ROWS / 2 && !file.overlaps();
      if (rows + file.rows() > MOST_ROWS_AT_ONCE || (large && !chosen.isEmpty())) {
        break;
      }
      rows += file.rows();
      chosen.add(file);
    }
    boolean overlap = chosen.stream().filter(SealedFile::overlaps).count() > 1;
    return overlap || depth(chosen) >= FRAGMENTS ? chosen.reversed() : List.of();
  }

  /** In how many of the files the most scattered tag is found. */
  private static int depth(List<SealedFile> chosen) {
    Map<Integer, Integer> count = new HashMap<>();
    int depth = 0;
    for (SealedFile file : chosen) {
      for (int tag : file.spans().tags) {
        depth = Math.max(depth, count.merge(tag, 1, Integer::sum));
      }
    }
    return depth;
  }

  private void keepRest(SealedFile file, String condition, List<NewFile> added) {
    String sql =
        "SELECT * FROM %s WHERE %s"
            .formatted(FileQuery.table(files.folder(), List.of(file)), condition);
    NewFile rest = rewriting.write(file.kind(), file.generation(), sql, List.of(file));
    if (rest != null) {
      added.add(rest);
    }
  }

  /** First and last tag of each output file. */
  private static List<int[]> stripes(List<SealedFile> chosen) {
    TreeMap<Integer, Long> rows = new TreeMap<>();
    for (SealedFile file : chosen) {
      Spans spans = file.spans();
      for (int i = 0; i < spans.size(); i++) {
        rows.merge(spans.tags[i], (long) spans.rows[i], Long::sum);
      }
    }
    List<int[]> stripes = new ArrayList<>();
    long held = 0;
    for (Map.Entry<Integer, Long> entry : rows.entrySet()) {
      if (stripes.isEmpty() || held + entry.getValue() > STRIPE_ROWS) {
        stripes.add(new int[] {entry.getKey(), entry.getKey()});
        held = 0;
      }
      stripes.getLast()[1] = entry.getKey();
      held += entry.getValue();
    }
    return stripes;
  }

  private String sql(Kind kind, List<SealedFile> chosen, TimeRange window, int[] stripe) {
    String time = time(kind);
    String where =
        " WHERE tag BETWEEN %d AND %d AND %s >= %d AND %s < %d"
            .formatted(
                stripe[0],
                stripe[1],
                time,
                steps(kind, window.from()),
                time,
                steps(kind, window.to()));
    String union =
        chosen.stream()
            .sorted(Comparator.comparingLong(SealedFile::generation))
            .map(
                file ->
                    "SELECT *, %d AS generation FROM %s%s"
                        .formatted(
                            file.generation(),
                            FileQuery.table(files.folder(), List.of(file)),
                            where))
            .collect(Collectors.joining(" UNION ALL "));
    boolean overlap = chosen.stream().filter(SealedFile::overlaps).count() > 1;
    String newest =
        overlap
            ? " QUALIFY row_number() OVER (PARTITION BY tag, %s ORDER BY generation DESC) = 1"
                .formatted(time)
            : "";
    return "SELECT * EXCLUDE generation FROM (%s)%s ORDER BY tag, %s"
        .formatted(union, newest, time);
  }

  private static String time(Kind kind) {
    return kind == Kind.POINTS ? "time_us" : "minute";
  }

  private static long steps(Kind kind, long micros) {
    return kind == Kind.POINTS ? micros : Math.ceilDiv(micros, io.kunan.kernel.Micros.PER_MINUTE);
  }
}
