package io.kunan.engine.history.internal.duck;

import io.kunan.engine.history.AppendReceipt;
import io.kunan.engine.history.Remark;
import io.kunan.engine.history.internal.duck.Journal.Entry;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes points into the hot table. Batches that arrive while another is forced to disk share the
 * next commit, so that many small sources cost one disk write together.
 */
final class Writer {
  /** Points of one commit, as far as whole batches allow. */
  private static final int GROUP_POINTS = 200_000;

  private final Clock clock;
  private final Courtesy.Worker worker;
  private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock lock = new ReentrantLock();
  private long commits;

  Writer(Clock clock, Courtesy.Worker worker) {
    this.clock = clock;
    this.worker = worker;
  }

  /** Held while the hot table changes. */
  ReentrantLock lock() {
    return lock;
  }

  /**
   * @param target gives the table to write to, making a new one when it must; called under the lock
   */
  AppendReceipt append(PointBatch batch, @Nullable Remark remark, Supplier<HotTable> target) {
    var mine = new Waiting(new Entry(batch, remark));
    queue.add(mine);
    lock.lock();
    try {
      while (!mine.done) {
        worker.giveWay();
        HotTable hot = target.get();
        write(takeGroup(), hot);
      }
      if (mine.failure != null) {
        throw new UncheckedIOException(
            "history store, append %d points".formatted(batch.size()), mine.failure);
      }
      return new AppendReceipt(batch.size(), mine.commit);
    } finally {
      queue.remove(mine);
      lock.unlock();
    }
  }

  private List<Waiting> takeGroup() {
    List<Waiting> group = new ArrayList<>();
    int points = 0;
    for (Waiting next = queue.peek();
        next != null && (group.isEmpty() || points + next.entry.batch().size() <= GROUP_POINTS);
        next = queue.peek()) {
      group.add(next);
      queue.remove();
      points += next.entry.batch().size();
    }
    return group;
  }

  private void write(List<Waiting> group, HotTable hot) {
    long now = Micros.of(clock.instant());
    long arrival = now - Math.floorMod(now, Micros.PER_SECOND);
    try {
      hot.journal().write(group.stream().map(waiting -> waiting.entry).toList(), arrival);
    } catch (IOException e) {
      for (Waiting waiting : group) {
        waiting.failure = e;
        waiting.done = true;
      }
      return;
    }
    commits++;
    for (Waiting waiting : group) {
      show(waiting.entry, hot, arrival);
      waiting.commit = commits;
      waiting.done = true;
    }
  }

  private static void show(Entry entry, HotTable hot, long arrival) {
    PointBatch batch = entry.batch();
    for (int i = 0; i < batch.size(); i++) {
      hot.add(
          batch.tag(i), batch.time(i), batch.value(i), batch.quality(i), arrival, entry.remark());
    }
    hot.grown(batch.size());
  }

  private static final class Waiting {
    final Entry entry;
    boolean done;
    long commit;
    @Nullable IOException failure;

    Waiting(Entry entry) {
      this.entry = entry;
    }
  }
}
