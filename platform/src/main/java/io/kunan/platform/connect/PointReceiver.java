package io.kunan.platform.connect;

import io.kunan.kernel.PointBatch;

/**
 * Takes measured points off a connection for good: the history with everything that listens to it.
 * One connection calls it from one thread, in the order in which the plant sent the points.
 */
@FunctionalInterface
public interface PointReceiver {
  /**
   * Stores a batch. The same batch may come again after a failure or a restart, so that storing
   * must be idempotent on (tag, time).
   *
   * @return true when every point of the batch is stored durably; false when the receiver is busy
   *     or stopped and the batch is to be offered again later. An exception counts as false and is
   *     told in the health of the connection.
   */
  boolean receive(PointBatch batch);
}
