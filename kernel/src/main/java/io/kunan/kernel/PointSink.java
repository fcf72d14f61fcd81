package io.kunan.kernel;

/** Takes a stream of points, a batch at a time. */
@FunctionalInterface
public interface PointSink {
  /**
   * Takes the next batch.
   *
   * @return false when no more is wanted; the source then stops and releases what it holds
   */
  boolean accept(PointBatch batch);
}
