package io.kunan.platform.streams.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.stream.Emission;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.live.Ingest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores points worked out anew. A point that was stored before and is not worked out again is
 * marked bad without value: history forgets nothing.
 */
final class RevisedPoints {
  private static final int BATCH = 50_000;

  private final History history;
  private final Ingest ingest;
  private final long end;
  private final Map<Integer, Long> doneTo = new HashMap<>();
  private final Map<Integer, Set<Long>> fresh = new HashMap<>();
  private final Map<Integer, Long> newest = new HashMap<>();
  private final PointBatch.Builder waiting = PointBatch.builder(256);
  private final long from;

  RevisedPoints(History history, Ingest ingest, TimeRange range) {
    this.history = history;
    this.ingest = ingest;
    this.from = range.from();
    this.end = range.to();
  }

  /** A tag whose points in the range are void unless they come again. */
  void expect(int tag) {
    doneTo.put(tag, from);
  }

  void add(int tag, Emission.Value value) {
    fresh.computeIfAbsent(tag, _ -> new HashSet<>()).add(value.time());
    newest.merge(tag, value.time(), Math::max);
    waiting.add(tag, value.time(), value.value(), value.quality());
    if (waiting.size() >= BATCH) {
      flush();
    }
  }

  /** Stores what has come, up to the newest point of each tag. */
  void flush() {
    newest.forEach((tag, time) -> makeVoid(tag, time + 1));
    newest.clear();
    store();
  }

  /** Nothing more comes. */
  void finish() {
    flush();
    List.copyOf(doneTo.keySet()).forEach(tag -> makeVoid(tag, end));
    store();
  }

  private void store() {
    if (waiting.size() > 0) {
      ingest.past(waiting.build());
    }
  }

  private void makeVoid(int tag, long to) {
    long start = doneTo.getOrDefault(tag, from);
    Set<Long> again = fresh.getOrDefault(tag, Set.of());
    if (start < to) {
      history.scan(
          List.of(new TagId(tag)),
          new TimeRange(start, to),
          batch -> {
            for (int i = 0; i < batch.size(); i++) {
              if (!again.contains(batch.time(i)) && !Double.isNaN(batch.value(i))) {
                waiting.add(tag, batch.time(i), Double.NaN, Quality.BAD);
              }
            }
            return true;
          });
      doneTo.put(tag, to);
    }
    fresh.remove(tag);
  }
}
