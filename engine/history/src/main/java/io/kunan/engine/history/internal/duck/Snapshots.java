package io.kunan.engine.history.internal.duck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What there is to read at this moment, as an immutable list that readers hold on to. What a newer
 * list no longer names is removed when the last reader of an older one is done.
 */
final class Snapshots {
  private static final System.Logger LOG = System.getLogger(Snapshots.class.getName());

  private Snapshot current;
  private long version;
  private final TreeMap<Long, Integer> readers = new TreeMap<>();
  private final Deque<Removal> removals = new ArrayDeque<>();

  Snapshots(Snapshot first) {
    current = first;
  }

  /** What to read now; close it when done. */
  synchronized Lease lease() {
    readers.merge(version, 1, Integer::sum);
    return new Lease(current, version);
  }

  /** The list now, for a look that opens no file. */
  synchronized Snapshot now() {
    return current;
  }

  /**
   * Changes the list.
   *
   * @param removal frees what the new list no longer names; runs later, on a thread that is done
   *     reading
   */
  void change(UnaryOperator<Snapshot> change, Runnable removal) {
    synchronized (this) {
      current = change.apply(current);
      removals.add(new Removal(version, removal));
      version++;
    }
    removeUnread();
  }

  private void release(long read) {
    synchronized (this) {
      readers.computeIfPresent(read, (key, count) -> count == 1 ? null : count - 1);
    }
    removeUnread();
  }

  private void removeUnread() {
    List<Runnable> ready = new ArrayList<>();
    synchronized (this) {
      long oldest = readers.isEmpty() ? version : readers.firstKey();
      while (!removals.isEmpty() && removals.peek().lastVersion < oldest) {
        ready.add(removals.remove().action);
      }
    }
    ready.forEach(Snapshots::run);
  }

  /** What stays behind is removed at the next opening; it must not disturb whoever came by. */
  private static void run(Runnable removal) {
    try {
      removal.run();
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "something is left to be removed at the next opening", e);
    }
  }

  private record Removal(long lastVersion, Runnable action) {}

  /**
   * @param hots oldest first
   * @param points sealed files of points, by generation
   * @param rollups sealed files of roll-ups, by generation
   */
  record Snapshot(List<HotTable> hots, List<SealedFile> points, List<SealedFile> rollups) {
    Snapshot {
      hots = List.copyOf(hots);
      points = List.copyOf(points);
      rollups = List.copyOf(rollups);
    }

    /** What has a lower generation is sealed. */
    long firstHot() {
      return hots.isEmpty() ? Long.MAX_VALUE : hots.getFirst().number;
    }

    List<SealedFile> files(SealedFile.Kind kind) {
      return kind == SealedFile.Kind.POINTS ? points : rollups;
    }
  }

  /** A hold on what is being read. */
  final class Lease implements AutoCloseable {
    final Snapshot snapshot;
    private final long read;

    private Lease(Snapshot snapshot, long read) {
      this.snapshot = snapshot;
      this.read = read;
    }

    @Override
    public void close() {
      release(read);
    }
  }
}
