package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.JobKey;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.platform.live.PointListener;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands arriving points to the jobs that run. Every point older than {@link #LATE} at its arrival
 * is noted before it is acknowledged.
 */
@Component
class StreamIntake implements PointListener {
  /** Younger points need no note: at a start that much is worked out anew anyway. */
  static final long LATE = 2 * Micros.PER_MINUTE;

  private final DirtyTags dirty;
  private final Clock clock;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<JobKey, Long> changedPast = new HashMap<>();
  private volatile @Nullable Running running;
  private long position;

  StreamIntake(DirtyTags dirty, Clock clock) {
    this.dirty = dirty;
    this.clock = clock;
  }

  /** Something to do while no point comes in. */
  @FunctionalInterface
  interface Exclusive {
    void run() throws InterruptedException;
  }

  void exclusively(Exclusive what) throws InterruptedException {
    lock.writeLock().lock();
    try {
      what.run();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Points go to these jobs from now on; null for none. */
  void serve(@Nullable Running jobs) {
    running = jobs;
  }

  Optional<Running> running() {
    return Optional.ofNullable(running);
  }

  /** Positions go on from here. */
  synchronized void goOnFrom(long before) {
    position = Math.max(position, before);
  }

  private synchronized long nextPosition() {
    position = Math.max(position + 1, Micros.of(clock.instant()));
    return position;
  }

  @Override
  public void onPoints(PointBatch batch) {
    Running now = running;
    PointBatch wanted = now == null ? PointBatch.empty() : now.inputsOf(batch);
    if (wanted.isEmpty()) {
      return;
    }
    noteOlder(wanted, Micros.of(clock.instant()) - LATE);
    lock.readLock().lock();
    try {
      Running current = running;
      if (current != null) {
        current.runtime().feed(wanted, nextPosition());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      lock.readLock().unlock();
    }
  }

  @Override
  public void onPast(PointBatch batch) {
    Running now = running;
    if (now != null) {
      Map<Integer, Long> from = noteOlder(now.inputsOf(batch), Long.MAX_VALUE);
      synchronized (changedPast) {
        from.forEach(
            (tag, time) ->
                now.readers(tag).forEach(key -> changedPast.merge(key, time, Math::min)));
      }
    }
  }

  private Map<Integer, Long> noteOlder(PointBatch batch, long limit) {
    Map<Integer, Long> from = new HashMap<>();
    for (int i = 0; i < batch.size(); i++) {
      if (batch.time(i) < limit) {
        from.merge(batch.tag(i), batch.time(i), Math::min);
      }
    }
    if (!from.isEmpty()) {
      dirty.note(from);
    }
    return from;
  }

  /** Jobs whose past was changed without points being handed over, since when; told once. */
  Map<JobKey, Long> takeChangedPast() {
    synchronized (changedPast) {
      Map<JobKey, Long> taken = Map.copyOf(changedPast);
      changedPast.clear();
      return taken;
    }
  }

  boolean isPastChanged() {
    synchronized (changedPast) {
      return !changedPast.isEmpty();
    }
  }
}
