package io.kunan.platform.connect.internal.flow;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.PointReceiver;
import io.kunan.platform.connect.internal.buffer.DiskBuffer;
import java.io.IOException;
import java.nio.file.Path;
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

  /** Two gigabytes hold some 90 million values: five hours of 5,000 tags at 1 Hz. */
  private static final long LARGEST_BUFFER = 2L << 30;

  private static final long BUFFER_SEGMENT = 16L << 20;
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
  private final Deque<Waiting> memory = new ArrayDeque<>();
  private long memoryPoints;
  private @Nullable Waiting underWay;
  private boolean underWayOnDisk;
  private boolean closing;

  /** A batch in memory and who wants to know when it is safe. */
  private record Waiting(PointBatch batch, Receipt receipt) {
    @SuppressWarnings("ReferenceEquality") // this very batch: equal ones may wait behind it
    boolean is(@Nullable Waiting other) {
      return this == other;
    }
  }

  public PointFlow(
      String name, PointReceiver receiver, DiskBuffer disk, FlowMeter meter, Clock clock) {
    this.name = name;
    this.receiver = receiver;
    this.disk = disk;
    this.meter = meter;
    this.clock = clock;
    this.carrier = Thread.ofPlatform().name("points-" + name).daemon().start(this::carry);
  }

  /**
   * Opens the flow of one connection with what an earlier process left in its buffer.
   *
   * @param folder of the buffer on disk
   */
  public static PointFlow open(
      String name, PointReceiver receiver, Path folder, FlowMeter meter, Clock clock)
      throws IOException {
    DiskBuffer disk = DiskBuffer.open(folder, LARGEST_BUFFER, BUFFER_SEGMENT);
    return new PointFlow(name, receiver, disk, meter, clock);
  }

  /** Takes a batch over whose source cannot send it again; quick unless the disk is needed. */
  public void offer(PointBatch batch) {
    if (!batch.isEmpty()) {
      offer(batch, Receipt.NONE);
    }
  }

  /**
   * Takes a batch over; quick unless the disk is needed. Receipts come in the order of the batches,
   * also those of empty ones.
   */
  public void offer(PointBatch batch, Receipt receipt) {
    lock.lock();
    try {
      if (closing || !disk.isEmpty()) {
        toDisk(new Waiting(batch, receipt));
      } else {
        memory.addLast(new Waiting(batch, receipt));
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
        if (batch.isEmpty() || deliver(batch)) {
          acknowledge();
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
          underWayOnDisk = fromDisk != null;
          underWay = fromDisk != null ? null : memory.getFirst();
          return underWay == null ? fromDisk : underWay.batch();
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

  /** Takes the delivered batch off, wherever it has got to while it was under way. */
  private void acknowledge() {
    lock.lock();
    try {
      Waiting delivered = underWay;
      if (underWayOnDisk) {
        disk.acknowledge();
      } else if (delivered != null && delivered.is(memory.peekFirst())) {
        memory.removeFirst();
        memoryPoints -= delivered.batch().size();
        delivered.receipt().durable();
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
      Waiting next = memory.removeFirst();
      memoryPoints -= next.batch().size();
      boolean stored = toDisk(next);
      if (next.is(underWay)) {
        underWayOnDisk = stored && !next.batch().isEmpty();
      }
    }
  }

  private boolean toDisk(Waiting waiting) {
    PointBatch batch = waiting.batch();
    String refusal = "the buffer on disk is full; new values are lost";
    try {
      if (batch.isEmpty() || disk.append(batch)) {
        waiting.receipt().durable();
        return true;
      }
    } catch (RuntimeException e) {
      LOG.warn("{}: {} could not be buffered", name, batch, e);
      refusal = String.valueOf(e.getMessage());
    }
    if (waiting.receipt() == Receipt.NONE) {
      meter.refused(batch.size(), refusal, clock.instant());
    } else {
      meter.failed(
          "the buffer on disk takes nothing; the source keeps its values", clock.instant());
      waiting.receipt().refused();
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
