package io.kunan.platform.connect.internal.life;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Wakes a thread that waits between two rounds; a ring in the middle of a round is remembered. */
public final class Bell {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private boolean ringing;

  public void ring() {
    lock.lock();
    try {
      ringing = true;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a ring, at most this long. */
  public void await(Duration longest) {
    await(longest, () -> true);
  }

  /** Waits for a ring after which the condition holds, at most this long. */
  public void await(Duration longest, BooleanSupplier enough) {
    lock.lock();
    try {
      long left = longest.toNanos();
      while (left > 0 && !(ringing && enough.getAsBoolean())) {
        ringing = false;
        left = rung.awaitNanos(left);
      }
      ringing = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
