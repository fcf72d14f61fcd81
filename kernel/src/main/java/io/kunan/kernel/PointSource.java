package io.kunan.kernel;

import java.util.List;

/**
 * Anything that can tell what was measured: the history, a file, a virtual plant. Engines read
 * points through this face and know nothing of the store behind it.
 */
@FunctionalInterface
public interface PointSource {
  /**
   * Streams the points of some tags inside a range, ordered by tag, then time, one point for each
   * (tag, time). Memory stays bounded however many points there are.
   */
  void scan(List<TagId> tags, TimeRange range, PointSink sink);
}
