package io.kunan.benchmark.opcua;

import io.kunan.kernel.PointBatch;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks ten times a second at the newest value of every tag that the history has acknowledged and
 * counts how old it is: the age of the data that a person at a screen sees. At 1 Hz that is half a
 * second on average even without any delay.
 */
final class AgeSampler implements AutoCloseable {
  private static final int LARGEST_MILLIS = 60_000;

  private final AtomicLongArray newest;
  private final long[] counts = new long[LARGEST_MILLIS + 1];
  private final Thread thread;
  private volatile boolean paused = true;
  private volatile boolean ended;

  AgeSampler(int tags) {
    this.newest = new AtomicLongArray(tags + 1);
    this.thread = Thread.ofPlatform().daemon().name("ages").start(this::sample);
  }

  /** The history has acknowledged these points. */
  void stored(PointBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      newest.accumulateAndGet(batch.tag(i), batch.time(i), Math::max);
    }
  }

  /** Whether every tag has a value at least as new as this. */
  boolean isNewerThan(long micros) {
    for (int tag = 1; tag < newest.length(); tag++) {
      if (newest.get(tag) < micros) {
        return false;
      }
    }
    return true;
  }

  /** While the plant is down its data grow old, which is not a delay. */
  void pause() {
    paused = true;
  }

  void resume() {
    paused = false;
  }

  private void sample() {
    while (!ended) {
      if (!paused) {
        long now = System.currentTimeMillis();
        synchronized (counts) {
          for (int tag = 1; tag < newest.length(); tag++) {
            long age = now - newest.get(tag) / 1_000;
            counts[Math.clamp(age, 0, LARGEST_MILLIS)]++;
          }
        }
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  /** Age that this share of the looks stayed below, milliseconds. */
  long percentileMillis(double share) {
    synchronized (counts) {
      long total = Arrays.stream(counts).sum();
      long rank = (long) Math.ceil(share * total);
      long seen = 0;
      for (int age = 0; age <= LARGEST_MILLIS; age++) {
        seen += counts[age];
        if (seen >= rank) {
          return age;
        }
      }
      return LARGEST_MILLIS;
    }
  }

  @Override
  public void close() {
    ended = true;
  }
}
