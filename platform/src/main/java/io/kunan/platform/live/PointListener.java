package io.kunan.platform.live;

import io.kunan.kernel.PointBatch;

/**
 * Sees every live batch after it is durable. Called from the thread that brought the points, one
 * batch of a source after the other; be quick, hand longer work on.
 */
@FunctionalInterface
public interface PointListener {
  void onPoints(PointBatch batch);

  /** Points of the past, durable too; called likewise. */
  default void onPast(PointBatch batch) {}
}
