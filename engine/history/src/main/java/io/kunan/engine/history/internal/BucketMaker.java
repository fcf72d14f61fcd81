package io.kunan.engine.history.internal;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.store.MinuteRollups;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the points, or the roll-ups, of one tag into buckets. What lies between two of them is
 * weighted by time: held for a stepping tag or before a bad point, on a straight line else, cut at
 * the edges of buckets.
 */
public final class BucketMaker {
  private final TagId tag;
  private final Buckets buckets;
  private final boolean step;
  private final int[] counts;
  private final int[] badCounts;
  private final long[] goodMicros;
  private final long[] badMicros;
  private final double[] min;
  private final double[] max;
  private final double[] first;
  private final double[] last;
  private final double[] sum;
  private final double[] integral;
  private int bucket;
  private boolean started;
  private long reachedTime;
  private double reachedValue;

  public BucketMaker(TagId tag, Buckets buckets, boolean step) {
    this.tag = tag;
    this.buckets = buckets;
    this.step = step;
    int n = buckets.size();
    counts = new int[n];
    badCounts = new int[n];
    goodMicros = new long[n];
    badMicros = new long[n];
    min = nans(n);
    max = nans(n);
    first = nans(n);
    last = nans(n);
    sum = new double[n];
    integral = new double[n];
  }

  private static double[] nans(int n) {
    double[] values = new double[n];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** A point before or after the range, which only says how the line enters or leaves. */
  public void neighbour(@Nullable Point point) {
    if (point != null) {
      reach(point.time(), point.isUsable() ? point.value() : Double.NaN);
    }
  }

  /**
   * @param from first point of this tag
   * @param to the point after its last
   */
  public void points(PointBatch batch, int from, int to) {
    for (int i = from; i < to; i++) {
      boolean usable = Point.isUsable(batch.value(i), batch.quality(i));
      double value = usable ? batch.value(i) : Double.NaN;
      reach(batch.time(i), value);
      int at = bucketOf(batch.time(i));
      if (usable) {
        add(at, 1, value, value, value);
        first[at] = counts[at] == 1 ? value : first[at];
        last[at] = value;
      } else {
        badCounts[at]++;
      }
    }
  }

  /**
   * @param from first row of this tag
   * @param to the row after its last
   */
  public void rollups(MinuteRollups rollups, int from, int to) {
    for (int i = from; i < to; i++) {
      reach(rollups.firstTime(i), rollups.first(i));
      int at = bucketOf(rollups.start(i));
      badCounts[at] += rollups.badCount(i);
      if (rollups.count(i) > 0) {
        boolean none = counts[at] == 0;
        add(at, rollups.count(i), rollups.sum(i), rollups.min(i), rollups.max(i));
        first[at] = none ? usable(rollups.first(i), rollups.timeWeightedMean(i)) : first[at];
        last[at] = usable(rollups.last(i), rollups.timeWeightedMean(i));
      }
      goodMicros[at] += rollups.goodMicros(i);
      badMicros[at] += rollups.badMicros(i);
      if (rollups.goodMicros(i) > 0) {
        integral[at] += rollups.timeWeightedMean(i) * rollups.goodMicros(i);
      }
      reachedTime = rollups.lastTime(i);
      reachedValue = rollups.last(i);
    }
  }

  public BucketSeries build() {
    int n = buckets.size();
    double[] weighted = new double[n];
    for (int i = 0; i < n; i++) {
      weighted[i] = goodMicros[i] == 0 ? onlyPoint(i) : integral[i] / goodMicros[i];
    }
    double[][] figures = {min, max, first, last, sum, weighted};
    return new BucketSeries(tag, buckets, counts, badCounts, goodMicros, badMicros, figures);
  }

  /** The very last point of a tag holds for no known time, yet it is what is known. */
  private double onlyPoint(int i) {
    return counts[i] == 0 ? Double.NaN : last[i];
  }

  private static double usable(double edge, double mean) {
    return Double.isNaN(edge) ? mean : edge;
  }

  private void add(int at, int count, double total, double lowest, double highest) {
    min[at] = counts[at] == 0 || lowest < min[at] ? lowest : min[at];
    max[at] = counts[at] == 0 || highest > max[at] ? highest : max[at];
    counts[at] += count;
    sum[at] += total;
  }

  private int bucketOf(long time) {
    while (bucket < buckets.size() - 1 && time >= buckets.end(bucket)) {
      bucket++;
    }
    return bucket;
  }

  /** Spreads the time since the point before over the buckets it covers. */
  private void reach(long time, double value) {
    if (started && buckets.size() > 0 && time > reachedTime) {
      spread(reachedTime, reachedValue, time, value);
    }
    started = true;
    reachedTime = time;
    reachedValue = value;
  }

  private void spread(long from, double before, long to, double after) {
    long start = Math.max(from, buckets.start(0));
    long end = Math.min(to, buckets.end(buckets.size() - 1));
    double slope =
        step || Double.isNaN(before) || Double.isNaN(after)
            ? 0
            : (after - before) / ((double) to - from);
    while (start < end) {
      int at = bucketOf(start);
      long piece = Math.min(end, buckets.end(at));
      if (Double.isNaN(before)) {
        badMicros[at] += piece - start;
      } else {
        double middle = (start - from) + (piece - start) / 2.0;
        integral[at] += (before + slope * middle) * (piece - start);
        goodMicros[at] += piece - start;
      }
      start = piece;
    }
  }
}
