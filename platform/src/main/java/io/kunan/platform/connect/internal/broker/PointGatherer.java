package io.kunan.platform.connect.internal.broker;

import io.kunan.kernel.PointBatch;
import io.kunan.platform.connect.internal.flow.PointFlow;
import io.kunan.platform.connect.internal.flow.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Gathers the points of many small messages into batches: while one batch is on its way to the disk
 * the next one grows. A message is acknowledged to its broker when its points are durable, and in
 * the order in which the messages came.
 */
public final class PointGatherer implements AutoCloseable {
  /** Points that go on their way though the batch before is still under way. */
  private static final int LARGE = 5_000;

  /** Points that may wait here; beyond, who brings more has to wait. */
  private static final int LARGEST = 100_000;

  private final PointFlow flow;
  private final IntConsumer onRefused;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread carrier;
  private PointBatch.Builder points = PointBatch.builder(LARGE);
  private List<Runnable> acknowledgements = new ArrayList<>();
  private int underWay;
  private boolean closing;

  /**
   * @param onRefused told how many points could not be kept: their messages stay unacknowledged
   */
  public PointGatherer(String name, PointFlow flow, IntConsumer onRefused) {
    this.flow = flow;
    this.onRefused = onRefused;
    this.carrier = Thread.ofPlatform().name("gather-" + name).daemon().start(this::carry);
  }

  /** Takes the points of one message; waits while too many are here. */
  public void add(Consumer<PointBatch.Builder> message, Runnable acknowledge)
      throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (points.size() >= LARGEST && !closing) {
        changed.await();
      }
      message.accept(points);
      acknowledgements.add(acknowledge);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void carry() {
    while (true) {
      PointBatch batch;
      List<Runnable> waiting;
      lock.lock();
      try {
        while (!closing && (acknowledgements.isEmpty() || isToWait())) {
          changed.awaitUninterruptibly();
        }
        if (acknowledgements.isEmpty()) {
          return;
        }
        batch = points.build();
        waiting = acknowledgements;
        points = PointBatch.builder(LARGE);
        acknowledgements = new ArrayList<>();
        underWay++;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
      flow.offer(batch, new BatchReceipt(batch.size(), waiting));
    }
  }

  private boolean isToWait() {
    return underWay > 0 && points.size() < LARGE;
  }

  private void arrived() {
    lock.lock();
    try {
      underWay--;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Hands over what is here. */
  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      carrier.join(TimeUnit.SECONDS.toMillis(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class BatchReceipt implements Receipt {
    private final int size;
    private final List<Runnable> waiting;

    BatchReceipt(int size, List<Runnable> waiting) {
      this.size = size;
      this.waiting = waiting;
    }

    @Override
    public void durable() {
      arrived();
      waiting.forEach(Runnable::run);
    }

    @Override
    public void refused() {
      arrived();
      onRefused.accept(size);
    }
  }
}
