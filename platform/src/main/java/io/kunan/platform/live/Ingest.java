package io.kunan.platform.live;

import io.kunan.kernel.PointBatch;

/**
 * The one way in for measured points, whether from a plant, a file or a program. Returns when they
 * are durable; only then do last values, alarms and models see them. A source that is faster than
 * the store waits here.
 */
public interface Ingest {
  /**
   * Points as they happen: everybody who listens sees them, and the history keeps them; of tags
   * with a compression those that it lets through, the last one when its time is over.
   *
   * @throws RuntimeException when they could not be stored; repeat the batch later, equal points
   *     are one
   */
  void live(PointBatch batch);

  /** Points of the past: the history keeps them; alarms and models are not stirred. */
  void past(PointBatch batch);
}
