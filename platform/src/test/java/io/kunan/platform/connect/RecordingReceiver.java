package io.kunan.platform.connect;

import io.kunan.kernel.PointBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A history in memory: last write wins on (tag, time). Can be busy. */
public final class RecordingReceiver implements PointReceiver {
  /** A stored point. */
  public record Stored(long time, double value, short quality) {}

  private final Map<Integer, TreeMap<Long, Stored>> points = new ConcurrentHashMap<>();
  private final AtomicLong taken = new AtomicLong();
  private volatile boolean busy;

  @Override
  public boolean receive(PointBatch batch) {
    if (busy) {
      return false;
    }
    synchronized (points) {
      for (int i = 0; i < batch.size(); i++) {
        points
            .computeIfAbsent(batch.tag(i), tag -> new TreeMap<>())
            .put(batch.time(i), new Stored(batch.time(i), batch.value(i), batch.quality(i)));
      }
    }
    taken.addAndGet(batch.size());
    return true;
  }

  public void setBusy(boolean busy) {
    this.busy = busy;
  }

  /** Points taken, repeats included. */
  public long taken() {
    return taken.get();
  }

  /** Stored points of a tag in time order. */
  public List<Stored> of(int tag) {
    synchronized (points) {
      TreeMap<Long, Stored> found = points.get(tag);
      return found == null ? List.of() : new ArrayList<>(found.values());
    }
  }
}
