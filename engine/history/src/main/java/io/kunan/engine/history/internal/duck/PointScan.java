package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.internal.duck.Snapshots.Snapshot;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.TimeRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Streams points from hot tables and sealed files, last write winning, in pieces small enough to
 * keep memory bounded whatever is asked.
 */
final class PointScan {
  private static final long PIECE_ROWS = 1_000_000;
  private static final int BATCH_ROWS = 16_384;

  /** Above this, overlapping files are sorted by the database. */
  private static final int MOST_LAYERS = 4;

  private final Database database;
  private final Path folder;
  private final Snapshot snapshot;

  PointScan(Database database, Path folder, Snapshot snapshot) {
    this.database = database;
    this.folder = folder;
    this.snapshot = snapshot;
  }

  /**
   * @param tags rising, each once
   */
  void run(int[] tags, TimeRange range, PointSink sink) {
    if (range.isEmpty()) {
      return;
    }
    var out = new Outlet(sink);
    for (int start = 0; start < tags.length && out.wanted; ) {
      long expected = expectedRows(tags[start], range);
      int end = start + 1;
      while (end < tags.length) {
        long more = expectedRows(tags[end], range);
        if (expected + more > PIECE_ROWS) {
          break;
        }
        expected += more;
        end++;
      }
      int[] piece = Arrays.copyOfRange(tags, start, end);
      if (expected > 2 * PIECE_ROWS) {
        bySlices(piece, range, expected, out);
      } else {
        piece(piece, range, out);
      }
      start = end;
    }
    out.flush();
  }

  /** A single tag with more points than one piece may hold: slice after slice of time. */
  private void bySlices(int[] tags, TimeRange range, long expected, Outlet out) {
    TimeRange held = clip(tags[0], range);
    long slices = Math.ceilDiv(expected, PIECE_ROWS);
    long length = Math.max(1, Math.ceilDiv(held.to() - held.from(), slices));
    for (long from = held.from(); from < held.to() && out.wanted; from += length) {
      piece(tags, new TimeRange(from, Math.min(held.to(), from + length)), out);
    }
  }

  private TimeRange clip(int tag, TimeRange range) {
    long from = Long.MAX_VALUE;
    long to = Long.MIN_VALUE;
    for (SealedFile file : snapshot.points()) {
      int at = file.spans().find(tag);
      if (at >= 0) {
        from = Math.min(from, file.spans().first[at]);
        to = Math.max(to, file.spans().last[at] + 1);
      }
    }
    for (HotTable hot : snapshot.hots()) {
      Head head = hot.head(tag);
      if (head != null && head.size() > 0) {
        from = Math.min(from, head.run().firstTime());
        to = Math.max(to, head.run().lastTime() + 1);
      }
    }
    from = Math.max(from, range.from());
    return new TimeRange(from, Math.max(from, Math.min(to, range.to())));
  }

  private long expectedRows(int tag, TimeRange range) {
    double rows = 0;
    for (SealedFile file : snapshot.points()) {
      if (range.to() <= file.minTime() || range.from() > file.maxTime()) {
        continue;
      }
      Spans spans = file.spans();
      int at = spans.find(tag);
      if (at >= 0) {
        double length = 1.0 + spans.last[at] - spans.first[at];
        double from = Math.max((double) range.from(), (double) spans.first[at]);
        double common = Math.min((double) range.to(), spans.last[at] + 1.0) - from;
        rows += spans.rows[at] * Math.clamp(common / length, 0, 1);
      }
    }
    return (long) rows;
  }

  private void piece(int[] tags, TimeRange range, Outlet out) {
    List<SealedFile> files = FileQuery.touched(snapshot.points(), tags, range);
    if (files.isEmpty()) {
      for (int tag : tags) {
        weave(List.of(), tag, runs(tag, range), out);
      }
      return;
    }
    List<List<SealedFile>> layers =
        tags.length == 1 ? FileQuery.layers(files, tags[0]) : List.of(files);
    if (layers.size() > MOST_LAYERS) {
      layers = List.of(files);
    }
    weaveLayers(layers, new ArrayList<>(), tags, range, out);
  }

  /** Opens one layer of files after the other, each on its own connection, then weaves them. */
  private void weaveLayers(
      List<List<SealedFile>> layers, List<Ahead> opened, int[] tags, TimeRange range, Outlet out) {
    if (opened.size() == layers.size()) {
      for (int tag : tags) {
        weave(opened, tag, runs(tag, range), out);
      }
      return;
    }
    List<SealedFile> layer = layers.get(opened.size());
    FileQuery query = FileQuery.of(folder, FileQuery.Shape.POINTS, layer, tags, range);
    database.read(
        "scan",
        connection -> {
          try (var cursor = new PointCursor(connection, query.sql(), query.withGeneration())) {
            opened.add(new Ahead(cursor));
            weaveLayers(layers, opened, tags, range, out);
          }
          return true;
        });
  }

  private List<Run> runs(int tag, TimeRange range) {
    List<Run> runs = new ArrayList<>();
    for (HotTable hot : snapshot.hots()) {
      Head head = hot.head(tag);
      if (head != null) {
        Run run = head.run().between(range.from(), range.to());
        if (!run.isEmpty()) {
          runs.add(run);
        }
      }
    }
    return runs;
  }

  /** One tag: layers of files, lowest first, and over them the hot runs, oldest first. */
  private static void weave(List<Ahead> layers, int tag, List<Run> runs, Outlet out) {
    if (layers.size() == 1 && runs.isEmpty()) {
      drain(layers.getFirst(), tag, out);
      return;
    }
    int[] at = runs.stream().mapToInt(Run::from).toArray();
    while (out.wanted) {
      long time = Long.MAX_VALUE;
      Ahead layer = null;
      for (Ahead candidate : layers) {
        if (candidate.on(tag) && candidate.cursor.time <= time) {
          time = candidate.cursor.time;
          layer = candidate;
        }
      }
      int winner = -1;
      for (int k = 0; k < at.length; k++) {
        Run run = runs.get(k);
        if (at[k] < run.to() && run.times()[at[k]] <= time) {
          time = run.times()[at[k]];
          winner = k;
        }
      }
      if (winner >= 0) {
        Run run = runs.get(winner);
        out.add(tag, time, run.values()[at[winner]], run.qualities()[at[winner]]);
      } else if (layer != null) {
        out.add(tag, time, layer.cursor.value, layer.cursor.quality);
      } else {
        return;
      }
      pass(time, tag, layers, runs, at);
    }
  }

  private static void pass(long time, int tag, List<Ahead> layers, List<Run> runs, int[] at) {
    for (Ahead layer : layers) {
      if (layer.on(tag) && layer.cursor.time == time) {
        layer.advance();
      }
    }
    for (int k = 0; k < at.length; k++) {
      if (at[k] < runs.get(k).to() && runs.get(k).times()[at[k]] == time) {
        at[k]++;
      }
    }
  }

  private static void drain(Ahead layer, int tag, Outlet out) {
    while (out.wanted && layer.on(tag)) {
      out.add(tag, layer.cursor.time, layer.cursor.value, layer.cursor.quality);
      layer.advance();
    }
  }

  /** A cursor that stands on its next point. */
  private static final class Ahead {
    final PointCursor cursor;
    private boolean more;

    Ahead(PointCursor cursor) {
      this.cursor = cursor;
      more = cursor.next();
    }

    boolean on(int tag) {
      return more && cursor.tag == tag;
    }

    void advance() {
      more = cursor.next();
    }
  }

  /** Collects points into batches for the sink. */
  private static final class Outlet {
    private final PointSink sink;
    private final PointBatch.Builder batch = PointBatch.builder(BATCH_ROWS);
    boolean wanted = true;

    Outlet(PointSink sink) {
      this.sink = sink;
    }

    void add(int tag, long time, double value, short quality) {
      batch.add(tag, time, value, quality);
      if (batch.size() >= BATCH_ROWS) {
        flush();
      }
    }

    void flush() {
      if (wanted && batch.size() > 0) {
        wanted = sink.accept(batch.build());
      }
    }
  }
}
