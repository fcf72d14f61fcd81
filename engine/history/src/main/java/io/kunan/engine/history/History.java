package io.kunan.engine.history;

import io.kunan.engine.history.internal.Interpolation;
import io.kunan.engine.history.internal.LastUsable;
import io.kunan.engine.history.internal.PlotMaker;
import io.kunan.engine.history.internal.StatisticsQuery;
import io.kunan.engine.history.internal.duck.DuckStore;
import io.kunan.engine.history.store.HistoryStore;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The history of a plant: what was measured, and every question a trend, a report or a model asks
 * of it. May be used from several threads; readers never wait for writers.
 *
 * <p>Ranges include their start and exclude their end. Of two points of one tag and time the one
 * that arrived later counts.
 */
public final class History implements PointSource, AutoCloseable {
  /** Roll-ups are asked for in slices, so that memory stays bounded over many years. */
  private static final long ROLLUP_SLICE = 64 * Micros.PER_DAY;

  private final HistoryStore store;

  private History(HistoryStore store) {
    this.store = store;
  }

  /**
   * Opens the embedded store of a folder, or makes it.
   *
   * @throws InputException when another process has the folder open
   */
  public static History open(HistoryOptions options) {
    return new History(DuckStore.open(options));
  }

  /** The same history over another store. Closing it closes the store. */
  public static History over(HistoryStore store) {
    return new History(store);
  }

  /**
   * Stores points; when it returns, they survive the end of the process. After a failure a part may
   * be stored: repeat the batch, equal points are one.
   */
  public AppendReceipt append(PointBatch batch) {
    return store.append(batch);
  }

  /** As {@link #append}; whatever is replaced is kept with this remark. */
  public AppendReceipt correct(PointBatch batch, Remark remark) {
    return store.correct(batch, remark);
  }

  @Override
  public void scan(List<TagId> tags, TimeRange range, PointSink sink) {
    store.scan(tags, range, sink);
  }

  /**
   * From the first point of a tag to just after its last; begins with its first roll-up where those
   * are kept longer. Empty when the tag has neither.
   */
  public Optional<TimeRange> span(TagId tag) {
    return store.span(tag);
  }

  /** The latest point of each tag that has one, in the order asked. From memory. */
  public List<Point> last(List<TagId> tags) {
    return store.last(tags);
  }

  /**
   * The latest point of each tag whose value can be used, in the order asked; a tag that never had
   * one is left out. From memory but for tags that end in bad points.
   */
  public List<Point> lastUsable(List<TagId> tags) {
    return new LastUsable(store).of(tags);
  }

  /**
   * The value of each tag at an instant: on the line between its neighbours, held for stepping
   * tags. A tag without a point at or before the instant is left out; after its last point the
   * value is marked {@link io.kunan.kernel.Quality#UNCERTAIN_LAST_USABLE}.
   */
  public List<Point> at(List<TagId> tags, long time) {
    List<Point> points = new ArrayList<>();
    for (TagId tag : tags) {
      Point before = store.findAtOrBefore(tag, time).orElse(null);
      Point after =
          before == null || before.time() == time
              ? before
              : store.findAtOrAfter(tag, time).orElse(null);
      Point point = Interpolation.at(time, store.catalogue().isStep(tag), before, after);
      if (point != null) {
        points.add(point);
      }
    }
    return points;
  }

  /** What each tag did in each bucket, in the order asked; many tags cost little more than one. */
  public List<BucketSeries> statistics(List<TagId> tags, Buckets buckets) {
    return new StatisticsQuery(store, buckets).of(tags);
  }

  /** What a tag did in each bucket; by its roll-ups where the buckets are whole minutes. */
  public BucketSeries statistics(TagId tag, Buckets buckets) {
    return statistics(List.of(tag), buckets).getFirst();
  }

  /** Lines to draw over a range on a chart so many pixels wide. */
  public List<PlotSeries> plot(List<TagId> tags, TimeRange range, int pixels) {
    return tags.stream().map(tag -> plot(tag, range, pixels)).toList();
  }

  /**
   * A line to draw over a range on a chart so many pixels wide, from roll-ups where a pixel is at
   * least a minute.
   */
  public PlotSeries plot(TagId tag, TimeRange range, int pixels) {
    if (pixels < 1) {
      throw new InputException("pixels", "is " + pixels, "a chart is at least one pixel wide");
    }
    boolean step = store.catalogue().isStep(tag);
    boolean byMinute = !range.isEmpty() && range.lengthMicros() / pixels >= Micros.PER_MINUTE;
    var maker = new PlotMaker(range, pixels);
    maker.neighbour(before(tag, range));
    TimeRange minutes = byMinute ? wholeMinutes(range) : new TimeRange(range.from(), range.from());
    if (byMinute) {
      points(tag, new TimeRange(range.from(), minutes.from()), maker);
      for (TimeRange slice : slices(tag, minutes)) {
        maker.rollups(store.rollups(tag, slice));
      }
      points(tag, new TimeRange(minutes.to(), range.to()), maker);
    } else {
      points(tag, range, maker);
    }
    maker.neighbour(after(tag, range));
    return new PlotSeries(tag, step, byMinute, maker.times(), maker.values());
  }

  /** What was replaced inside a range, by tag, time of the point, arrival. */
  public void corrections(List<TagId> tags, TimeRange range, Consumer<Correction> sink) {
    store.corrections(tags, range, sink);
  }

  public TagCatalogue tags() {
    return store.catalogue();
  }

  public Maintenance maintenance() {
    return store.maintenance();
  }

  @Override
  public void close() {
    store.close();
  }

  private void points(TagId tag, TimeRange range, PlotMaker maker) {
    if (!range.isEmpty()) {
      scan(
          List.of(tag),
          range,
          batch -> {
            maker.points(batch);
            return true;
          });
    }
  }

  private @Nullable Point before(TagId tag, TimeRange range) {
    TimeRange span = store.span(tag).orElse(null);
    if (span == null || span.from() >= range.from() || range.from() == Long.MIN_VALUE) {
      return null;
    }
    return store.findAtOrBefore(tag, range.from() - 1).orElse(null);
  }

  private @Nullable Point after(TagId tag, TimeRange range) {
    TimeRange span = store.span(tag).orElse(null);
    if (span == null || span.to() <= range.to()) {
      return null;
    }
    return store.findAtOrAfter(tag, range.to()).orElse(null);
  }

  private static TimeRange wholeMinutes(TimeRange range) {
    long from = Math.ceilDiv(range.from(), Micros.PER_MINUTE) * Micros.PER_MINUTE;
    long to = Math.floorDiv(range.to(), Micros.PER_MINUTE) * Micros.PER_MINUTE;
    return new TimeRange(from, Math.max(from, to));
  }

  /** The part of a range in which the tag has points, cut at whole minutes into bounded pieces. */
  private List<TimeRange> slices(TagId tag, TimeRange range) {
    TimeRange span = store.span(tag).orElse(null);
    List<TimeRange> slices = new ArrayList<>();
    if (span == null || !span.overlaps(range)) {
      return slices;
    }
    long first = Math.floorDiv(span.from(), Micros.PER_MINUTE) * Micros.PER_MINUTE;
    long end = Math.min(range.to(), span.to());
    for (long from = Math.max(range.from(), first); from < end; from += ROLLUP_SLICE) {
      slices.add(new TimeRange(from, Math.min(range.to(), from + ROLLUP_SLICE)));
    }
    return slices;
  }
}
