package io.kunan.engine.history.internal.duck;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Lets writing and sealing stand aside while somebody reads, so that a person does not wait for
 * them on a machine with few cores. A worker stands aside for at most as long as it has worked
 * since: readers who never pause slow it, and never stop it. A reader who takes longer than a
 * moment is an export or a model, and waits like everybody else.
 */
final class Courtesy {
  private static final long MOST_NANOS = 30_000_000;
  private static final long MOMENT_NANOS = 100_000_000;
  private static final long LOOK_NANOS = 100_000;

  private final LongSupplier nanos;
  private final LongConsumer pause;
  private final AtomicInteger readers = new AtomicInteger();
  private volatile long cameAt;

  Courtesy() {
    this(System::nanoTime, LockSupport::parkNanos);
  }

  /**
   * @param nanos the time, in nanoseconds
   * @param pause waits for so many nanoseconds
   */
  Courtesy(LongSupplier nanos, LongConsumer pause) {
    this.nanos = nanos;
    this.pause = pause;
  }

  void readerCame() {
    cameAt = nanos.getAsLong();
    readers.incrementAndGet();
  }

  void readerLeft() {
    readers.decrementAndGet();
  }

  /** One that works in small pieces, on one thread at a time. */
  Worker worker() {
    return new Worker();
  }

  private boolean isAwaited(long now) {
    return readers.get() > 0 && now - cameAt < MOMENT_NANOS;
  }

  final class Worker {
    private long worksSince = nanos.getAsLong();

    private Worker() {}

    /** Called between pieces of work. */
    void giveWay() {
      long now = nanos.getAsLong();
      long until = now + Math.min(MOST_NANOS, now - worksSince);
      while (now < until && isAwaited(now)) {
        pause.accept(LOOK_NANOS);
        now = nanos.getAsLong();
      }
      worksSince = now;
    }
  }
}
