package io.kunan.engine.history.internal;

import io.kunan.engine.history.Point;
import io.kunan.engine.history.store.HistoryStore;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The last point of each tag that can be used. Mostly it is the last of all; behind bad ones it is
 * looked for backwards in windows that double, so that no more is read than lies after it.
 */
public final class LastUsable {
  private final HistoryStore store;
  private final Map<TagId, Point> found = new HashMap<>();
  private final Set<TagId> wanted = new LinkedHashSet<>();

  public LastUsable(HistoryStore store) {
    this.store = store;
  }

  /** Those that have one, in the order asked. */
  public List<Point> of(List<TagId> tags) {
    store.last(tags).forEach(this::take);
    if (!wanted.isEmpty()) {
      lookBack();
    }
    return tags.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private void take(Point point) {
    if (point.isUsable()) {
      found.put(point.tag(), point);
    } else {
      wanted.add(point.tag());
    }
  }

  private void lookBack() {
    long first = spans().mapToLong(TimeRange::from).min().orElse(0);
    long to = spans().mapToLong(TimeRange::to).max().orElse(first);
    long step = Micros.PER_HOUR;
    while (to > first && !wanted.isEmpty()) {
      TimeRange window = new TimeRange(Math.max(first, to - step), to);
      store.scan(List.copyOf(wanted), window, this::take);
      wanted.removeAll(found.keySet());
      to = window.from();
      step *= 2;
    }
  }

  private Stream<TimeRange> spans() {
    return wanted.stream().flatMap(tag -> store.span(tag).stream());
  }

  /** A scan goes upwards in time, so that a later point takes the place of an earlier. */
  private boolean take(PointBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      if (Point.isUsable(batch.value(i), batch.quality(i))) {
        TagId tag = new TagId(batch.tag(i));
        found.put(tag, new Point(tag, batch.time(i), batch.value(i), batch.quality(i)));
      }
    }
    return true;
  }
}
