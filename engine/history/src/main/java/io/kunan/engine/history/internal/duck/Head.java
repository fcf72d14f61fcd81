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
  private static final VarHandle SIZE;

  static {
    try {
      SIZE = MethodHandles.lookup().findVarHandle(Head.class, "size", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  final int tag;
  private volatile Columns columns = new Columns(16);
  private int size; // by SIZE
  private volatile int disorderAt = Integer.MAX_VALUE;
  private volatile @Nullable Sorted sorted;

  private final ArrivalLog arrivals = new ArrivalLog();

  private long highest = Long.MIN_VALUE;
  private final long lateUntil;

  /**
   * @param lateUntil time of the latest point the store had of this tag before
   */
  Head(int tag, long lateUntil) {
    this.tag = tag;
    this.lateUntil = lateUntil;
  }

  /** Adds a point after it is durable. Writer only. */
  void add(long time, double value, short quality, long arrival) {
    int n = size;
    Columns c = columns;
    if (n == c.times.length) {
      c = c.grown();
      columns = c;
    }
    c.times[n] = time;
    c.values[n] = value;
    c.qualities[n] = quality;
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
      Columns c = columns;
      return new Run(c.times, c.values, c.qualities, 0, n);
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
    return MergeOrder.of(columns.times, n);
  }

  long time(int index) {
    return columns.times[index];
  }

  double value(int index) {
    return columns.values[index];
  }

  short quality(int index) {
    return columns.qualities[index];
  }

  boolean isOrdered() {
    return size() <= disorderAt;
  }

  private Sorted sorted(int n) {
    Sorted known = sorted;
    if (known == null || known.of != n) {
      known = Sorted.of(columns, n);
      sorted = known;
    }
    return known;
  }

  private record Sorted(int of, Run run) {
    static Sorted of(Columns c, int n) {
      int[] order = MergeOrder.of(c.times, n);
      long[] times = new long[n];
      double[] values = new double[n];
      short[] qualities = new short[n];
      int kept = 0;
      for (int i = 0; i < n; i++) {
        int from = order[i];
        if (i + 1 < n && c.times[order[i + 1]] == c.times[from]) {
          continue;
        }
        times[kept] = c.times[from];
        values[kept] = c.values[from];
        qualities[kept] = c.qualities[from];
        kept++;
      }
      return new Sorted(n, new Run(times, values, qualities, 0, kept));
    }
  }

  private static final class Columns {
    final long[] times;
    final double[] values;
    final short[] qualities;

    Columns(int room) {
      this(new long[room], new double[room], new short[room]);
    }

    private Columns(long[] times, double[] values, short[] qualities) {
      this.times = times;
      this.values = values;
      this.qualities = qualities;
    }

    Columns grown() {
      int room = times.length + (times.length >> 1) + 16;
      return new Columns(
          Arrays.copyOf(times, room), Arrays.copyOf(values, room), Arrays.copyOf(qualities, room));
    }
  }
}
