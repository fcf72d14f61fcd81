package io.kunan.platform.connect.internal.flow;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.internal.buffer.DiskBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the points of one connection to the receiver, in order.
 *
 * <p>While the receiver keeps up, batches stay in memory until it acknowledges them. When it is
 * busy, fails, or takes too long, everything in memory moves to disk and later points queue up
 * behind it, until the disk is drained. Only a full disk buffer refuses points, and counts them as
 * lost.
 */
public final class PointFlow implements AutoCloseable {
  /** Points that may wait in memory: twenty seconds of 5,000 tags at 1 Hz. */
  static final int LARGEST_IN_MEMORY = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(PointFlow.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  private final String name;
  private final PointReceiver receiver;
  private final DiskBuffer disk;
  private final FlowMeter meter;
  private final Clock clock;
  private final Thread carrier;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<PointBatch> memory = new ArrayDeque<>();
  private long memoryPoints;
  private @Nullable PointBatch underWay;
  private boolean underWayOnDisk;
  private boolean closing;

  public PointFlow(
      String name, PointReceiver receiver, DiskBuffer disk, FlowMeter meter, Clock clock) {
    this.name = name;
    this.receiver = receiver;
    this.disk = disk;
    this.meter = meter;
    this.clock = clock;
    this.carrier = Thread.ofPlatform().name("points-" + name).daemon().start(this::carry);
  }

  /** Takes a batch over; quick unless the disk is needed. */
  public void offer(PointBatch batch) {
    if (batch.isEmpty()) {
      return;
    }
    lock.lock();
    try {
      if (closing || !disk.isEmpty()) {
        toDisk(batch);
      } else {
        memory.addLast(batch);
        memoryPoints += batch.size();
        if (memoryPoints > LARGEST_IN_MEMORY) {
          spill();
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Points in memory and on disk that the receiver has not acknowledged. */
  public long buffered() {
    lock.lock();
    try {
      return memoryPoints + disk.points();
    } finally {
      lock.unlock();
    }
  }

  /** Of these, the points on disk. */
  public long bufferedOnDisk() {
    return disk.points();
  }

  private void carry() {
    Duration pause = SHORTEST_PAUSE;
    try {
      while (true) {
        PointBatch batch = awaitNext();
        if (batch == null) {
          return;
        }
        if (deliver(batch)) {
          acknowledge(batch);
          pause = SHORTEST_PAUSE;
        } else {
          setAside();
          pause(pause);
          pause = longer(pause);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  /** The oldest batch, from disk first; null when the flow is to end. */
  private @Nullable PointBatch awaitNext() throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        PointBatch fromDisk = disk.isEmpty() ? null : disk.peek();
        if (closing) {
          return null;
        }
        if (fromDisk != null || !memory.isEmpty()) {
          underWay = fromDisk != null ? fromDisk : memory.getFirst();
          underWayOnDisk = fromDisk != null;
          return underWay;
        }
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean deliver(PointBatch batch) {
    try {
      if (receiver.receive(batch)) {
        meter.delivered(batch, clock.millis());
        return true;
      }
      meter.failed("the history is busy; values wait on disk", clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("{}: the history refused {}", name, batch, e);
      meter.failed("the history refused values: " + e.getMessage(), clock.instant());
    }
    return false;
  }

  /** Takes a delivered batch off, wherever it has got to while it was under way. */
  private void acknowledge(PointBatch batch) {
    lock.lock();
    try {
      if (underWayOnDisk) {
        disk.acknowledge();
      } else if (memory.peekFirst() == batch) {
        memory.removeFirst();
        memoryPoints -= batch.size();
      }
      underWay = null;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void setAside() {
    lock.lock();
    try {
      spill();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Moves all of memory behind what is on disk, the batch under way included. */
  private void spill() {
    while (!memory.isEmpty()) {
      PointBatch batch = memory.removeFirst();
      memoryPoints -= batch.size();
      boolean stored = toDisk(batch);
      if (batch == underWay) {
        underWayOnDisk = stored;
      }
    }
  }

  private boolean toDisk(PointBatch batch) {
    try {
      if (disk.append(batch)) {
        return true;
      }
      meter.refused(
          batch.size(), "the buffer on disk is full; new values are lost", clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("{}: {} could not be buffered", name, batch, e);
      meter.refused(batch.size(), String.valueOf(e.getMessage()), clock.instant());
    }
    return false;
  }

  private void pause(Duration pause) throws InterruptedException {
    lock.lock();
    try {
      long left = pause.toNanos();
      while (left > 0 && !closing) {
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Delivers what is in memory, or stores it on disk where that takes longer than two seconds. */
  @Override
  public void close() {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(2);
      while (!memory.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      closing = true;
      spill();
      changed.signalAll();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
    try {
      carrier.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    disk.close();
  }
}
