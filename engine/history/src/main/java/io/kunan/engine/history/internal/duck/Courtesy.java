package io.kunan.engine.history.internal.duck;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets sealing stand aside while somebody reads, so that a person does not wait for work in the
 * background on a machine with few cores. It stands aside for at most as long as it has worked
 * since: readers who never pause slow it, and never stop it.
 */
final class Courtesy {
  private static final long MOST_NANOS = 30_000_000;
  private static final long LOOK_NANOS = 100_000;

  private final AtomicInteger readers = new AtomicInteger();
  private long worksSince = System.nanoTime();

  void readerCame() {
    readers.incrementAndGet();
  }

  void readerLeft() {
    readers.decrementAndGet();
  }

  /** Called by the one thread that seals, between small pieces of work. */
  void giveWay() {
    long now = System.nanoTime();
    long until = now + Math.min(MOST_NANOS, now - worksSince);
    while (readers.get() > 0 && System.nanoTime() < until) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    worksSince = System.nanoTime();
  }
}
