package io.kunan.engine.history.internal;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.store.HistoryStore;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What tags did in buckets of time. Tags are read together, so that a store is asked few times, and
 * only so many at once that memory stays bounded.
 */
public final class StatisticsQuery {
  /** Roll-ups are asked for in slices, so that memory stays bounded over many years. */
  private static final long SLICE = 64 * Micros.PER_DAY;

  /** Rows of one question to the store: some 90 bytes each. */
  private static final long MOST_ROWS = 500_000;

  private final HistoryStore store;
  private final Buckets buckets;
  private final TimeRange range;

  public StatisticsQuery(HistoryStore store, Buckets buckets) {
    this.store = store;
    this.buckets = buckets;
    range = buckets.range();
  }

  /** In the order asked. */
  public List<BucketSeries> of(List<TagId> tags) {
    Map<TagId, BucketSeries> made = new HashMap<>();
    List<TagId> distinct = tags.stream().distinct().sorted().toList();
    long minutes = Math.clamp(range.lengthMicros() / Micros.PER_MINUTE, 1, MOST_ROWS);
    int together = Math.toIntExact(Math.max(1, MOST_ROWS / minutes));
    for (int from = 0; from < distinct.size(); from += together) {
      group(distinct.subList(from, Math.min(distinct.size(), from + together)))
          .forEach(series -> made.put(series.tag(), series));
    }
    return tags.stream().map(made::get).toList();
  }

  private List<BucketSeries> group(List<TagId> tags) {
    Map<Integer, BucketMaker> makers = new HashMap<>();
    Map<TagId, TimeRange> spans = new HashMap<>();
    for (TagId tag : tags) {
      makers.put(tag.value(), new BucketMaker(tag, buckets, store.catalogue().isStep(tag)));
      store.span(tag).ifPresent(span -> spans.put(tag, span));
    }
    if (!range.isEmpty()) {
      neighbours(makers, before(tags, spans));
      inside(tags, spans, makers);
      neighbours(makers, after(tags, spans));
    }
    return tags.stream().map(tag -> maker(makers, tag.value()).build()).toList();
  }

  private static BucketMaker maker(Map<Integer, BucketMaker> makers, int tag) {
    BucketMaker maker = makers.get(tag);
    if (maker == null) {
      throw new IllegalStateException("the store gave tag " + tag + ", which was not asked for");
    }
    return maker;
  }

  private static void neighbours(Map<Integer, BucketMaker> makers, List<Point> points) {
    points.forEach(point -> maker(makers, point.tag().value()).neighbour(point));
  }

  private List<Point> before(List<TagId> tags, Map<TagId, TimeRange> spans) {
    if (range.from() == Long.MIN_VALUE) {
      return List.of();
    }
    List<TagId> begun =
        tags.stream()
            .filter(tag -> spans.containsKey(tag) && spans.get(tag).from() < range.from())
            .toList();
    return begun.isEmpty() ? List.of() : store.findAtOrBefore(begun, range.from() - 1);
  }

  private List<Point> after(List<TagId> tags, Map<TagId, TimeRange> spans) {
    List<TagId> going =
        tags.stream()
            .filter(tag -> spans.containsKey(tag) && spans.get(tag).to() > range.to())
            .toList();
    return going.isEmpty() ? List.of() : store.findAtOrAfter(going, range.to());
  }

  private void inside(
      List<TagId> tags, Map<TagId, TimeRange> spans, Map<Integer, BucketMaker> makers) {
    List<TagId> there =
        tags.stream()
            .filter(tag -> spans.containsKey(tag) && spans.get(tag).overlaps(range))
            .toList();
    if (there.isEmpty()) {
      return;
    }
    if (buckets.areWholeMinutes()) {
      for (TimeRange slice : slices(spans.values())) {
        rollups(store.rollups(there, slice), makers);
      }
    } else {
      store.scan(
          there,
          range,
          batch -> {
            points(batch, makers);
            return true;
          });
    }
  }

  private static void rollups(MinuteRollups rollups, Map<Integer, BucketMaker> makers) {
    for (int from = 0; from < rollups.size(); ) {
      int tag = rollups.tag(from);
      int to = from + 1;
      while (to < rollups.size() && rollups.tag(to) == tag) {
        to++;
      }
      maker(makers, tag).rollups(rollups, from, to);
      from = to;
    }
  }

  private static void points(PointBatch batch, Map<Integer, BucketMaker> makers) {
    for (int from = 0; from < batch.size(); ) {
      int tag = batch.tag(from);
      int to = from + 1;
      while (to < batch.size() && batch.tag(to) == tag) {
        to++;
      }
      maker(makers, tag).points(batch, from, to);
      from = to;
    }
  }

  /** The part of the range in which there are points, cut at whole minutes into bounded pieces. */
  private List<TimeRange> slices(Collection<TimeRange> spans) {
    long first = spans.stream().mapToLong(TimeRange::from).min().orElse(range.to());
    long last = spans.stream().mapToLong(TimeRange::to).max().orElse(range.from());
    List<TimeRange> slices = new ArrayList<>();
    long start = Math.floorDiv(first, Micros.PER_MINUTE) * Micros.PER_MINUTE;
    long end = Math.min(range.to(), last);
    for (long from = Math.max(range.from(), start); from < end; from += SLICE) {
      slices.add(new TimeRange(from, Math.min(range.to(), from + SLICE)));
    }
    return slices;
  }
}
