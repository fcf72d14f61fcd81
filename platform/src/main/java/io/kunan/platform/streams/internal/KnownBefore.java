package io.kunan.platform.streams.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.history.Point;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The history, and before the first range that a reader asks for what holds there already: the
 * set-point of last month counts today. A reader is known by its list of tags.
 */
final class KnownBefore implements PointSource {
  private final History history;
  private final Set<List<TagId>> begun = Collections.newSetFromMap(new IdentityHashMap<>());

  KnownBefore(History history) {
    this.history = history;
  }

  @Override
  public void scan(List<TagId> tags, TimeRange range, PointSink sink) {
    boolean first;
    synchronized (begun) {
      first = begun.add(tags);
    }
    PointBatch holding = first ? holdingAt(tags, range.from()) : PointBatch.empty();
    if (holding.isEmpty() || sink.accept(holding)) {
      history.scan(tags, range, sink);
    }
  }

  private PointBatch holdingAt(List<TagId> tags, long time) {
    PointBatch.Builder holding = PointBatch.builder(16);
    for (Point last : history.last(tags)) {
      if (last.time() < time) {
        add(holding, last);
      } else if (history.tags().isStep(last.tag())) {
        history.at(List.of(last.tag()), time - 1).forEach(point -> add(holding, point));
      }
    }
    return holding.build();
  }

  private static void add(PointBatch.Builder to, Point point) {
    to.add(point.tag().value(), point.time(), point.value(), point.quality());
  }
}
