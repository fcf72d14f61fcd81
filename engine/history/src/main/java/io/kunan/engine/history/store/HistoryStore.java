package io.kunan.engine.history.store;

import io.kunan.engine.history.AppendReceipt;
import io.kunan.engine.history.Correction;
import io.kunan.engine.history.Maintenance;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.TagCatalogue;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A store of points: what differs between the embedded store and a big one. Everything that
 * engineers argue about (compression, interpolation, time weighting, reduction for a plot, units)
 * stands above it, so that every store gives the same answer. A store must pass {@code
 * HistoryStoreKit}.
 *
 * <p>Of two points of one tag and time the one that arrived later counts. All methods may be called
 * from several threads; readers never wait for writers.
 */
public interface HistoryStore extends PointSource, AutoCloseable {
  /**
   * Stores points; when it returns they survive the end of the process. After a failure, or when no
   * answer came, a part of the batch may be stored: the writer repeats the batch, and equal points
   * are one.
   *
   * @throws java.io.UncheckedIOException when they could not be stored
   * @throws io.kunan.kernel.InputException when a time lies thousands of years off; nothing is
   *     stored
   */
  AppendReceipt append(PointBatch batch);

  /** As {@link #append}, and each point that replaces another is kept with this remark. */
  AppendReceipt correct(PointBatch batch, Remark remark);

  /** Points by tag, then time; see {@link PointSource#scan}. Unknown tags have none. */
  @Override
  void scan(List<TagId> tags, TimeRange range, PointSink sink);

  /**
   * From the first point of a tag to just after its last; begins with its first roll-up where those
   * are kept longer. Empty when the tag has neither.
   */
  Optional<TimeRange> span(TagId tag);

  /** The latest point (by its own time) of each tag that has one, in the order asked. */
  List<Point> last(List<TagId> tags);

  /** The latest point at or before a time of each tag that has one, in the order asked. */
  List<Point> findAtOrBefore(List<TagId> tags, long time);

  /** The earliest point at or after a time of each tag that has one, in the order asked. */
  List<Point> findAtOrAfter(List<TagId> tags, long time);

  /**
   * One-minute roll-ups for the minutes that begin inside the range, by tag number, then time, as
   * they follow from the points that count now. Minutes without a point are absent. A caller asks
   * for at most some months of one tag, or as many rows of several, at once.
   */
  MinuteRollups rollups(List<TagId> tags, TimeRange range);

  /** The latest point at or before a time. */
  default Optional<Point> findAtOrBefore(TagId tag, long time) {
    return findAtOrBefore(List.of(tag), time).stream().findFirst();
  }

  /** The earliest point at or after a time. */
  default Optional<Point> findAtOrAfter(TagId tag, long time) {
    return findAtOrAfter(List.of(tag), time).stream().findFirst();
  }

  /** As {@link #rollups(List, TimeRange)}, of one tag. */
  default MinuteRollups rollups(TagId tag, TimeRange range) {
    return rollups(List.of(tag), range);
  }

  /** What was replaced inside the range, by tag, point time, arrival. */
  void corrections(List<TagId> tags, TimeRange range, Consumer<Correction> sink);

  TagCatalogue catalogue();

  Maintenance maintenance();

  /** Waits for work in hand; everything acknowledged is there at the next opening. */
  @Override
  void close();
}
