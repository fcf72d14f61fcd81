package io.kunan.engine.history.internal.duck;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hot points of one tag in memory, in arrival order. One writer adds, any number of readers
 * look on without a lock: what lies below {@link #size} never changes.
 */
final class Head {
  private static final int LEAST_ROOM = 16;
  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(Head.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final int tag;
  private final Slabs slabs;
  private volatile Slabs.Room room;
  private int size; // by SIZE
  private volatile int disorderAt = Integer.MAX_VALUE;
  private volatile @Nullable Sorted sorted;

  private final ArrivalLog arrivals = new ArrivalLog();

  private long highest = Long.MIN_VALUE;
  private final long lateUntil;

  /**
   * @param lateUntil time of the latest point the store had of this tag before
   * @param expected points it will probably hold in the end
   * @param slabs where it finds room for them
   */
  Head(int tag, long lateUntil, int expected, Slabs slabs) {
    this.tag = tag;
    this.lateUntil = lateUntil;
    this.slabs = slabs;
    room = slabs.take(Math.max(LEAST_ROOM, expected));
  }

  /** Adds a point after it is durable. Writer only. */
  void add(long time, double value, short quality, long arrival) {
    int n = size;
    Slabs.Room r = room;
    if (n == r.length()) {
      r = slabs.more(r);
      room = r;
    }
    r.set(n, time, value, quality);
    if (time <= Math.max(highest, lateUntil)) {
      arrivals.note(n, arrival);
    }
    if (time > highest) {
      highest = time;
    } else if (disorderAt == Integer.MAX_VALUE) {
      disorderAt = n;
    }
    SIZE.setRelease(this, n + 1);
  }

  int size() {
    return (int) SIZE.getAcquire(this);
  }

  long arrivalOf(int index) {
    return arrivals.at(index);
  }

  /** All points by time; of equal times the last to arrive. */
  Run run() {
    int n = size();
    if (n <= disorderAt) {
      return room.first(n);
    }
    return sorted(n).run;
  }

  /** Indices by time, then arrival, also of points that were replaced. */
  int[] order() {
    int n = size();
    if (n <= disorderAt) {
      int[] order = new int[n];
      Arrays.setAll(order, i -> i);
      return order;
    }
    return MergeOrder.of(room.firstTimes(n), n);
  }

  long time(int index) {
    Slabs.Room r = room;
    return r.times()[r.from() + index];
  }

  double value(int index) {
    Slabs.Room r = room;
    return r.values()[r.from() + index];
  }

  short quality(int index) {
    Slabs.Room r = room;
    return r.qualities()[r.from() + index];
  }

  boolean isOrdered() {
    return size() <= disorderAt;
  }

  private Sorted sorted(int n) {
    Sorted known = sorted;
    if (known == null || known.of != n) {
      known = Sorted.of(room, n);
      sorted = known;
    }
    return known;
  }

  private record Sorted(int of, Run run) {
    static Sorted of(Slabs.Room r, int n) {
      int[] order = MergeOrder.of(r.firstTimes(n), n);
      long[] times = new long[n];
      double[] values = new double[n];
      short[] qualities = new short[n];
      int kept = 0;
      for (int i = 0; i < n; i++) {
        int from = r.from() + order[i];
        if (i + 1 < n && r.times()[r.from() + order[i + 1]] == r.times()[from]) {
          continue;
        }
        times[kept] = r.times()[from];
        values[kept] = r.values()[from];
        qualities[kept] = r.qualities()[from];
        kept++;
      }
      return new Sorted(n, new Run(times, values, qualities, 0, kept));
    }
  }
}
