package io.kunan.engine.history;

import io.kunan.kernel.TagId;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * What a tag did in each bucket. Where a bucket has no usable point, its figures are NaN; its
 * time-weighted mean may still be known from the points around it.
 */
public final class BucketSeries {
  private static final int SUM = 4;

  private final TagId tag;
  private final Buckets buckets;
  private final int[] counts;
  private final int[] badCounts;
  private final long[] goodMicros;
  private final long[] badMicros;
  private final double[][] figures;

  /**
   * @param counts usable points of each bucket
   * @param badCounts unusable points of each bucket
   * @param goodMicros time of each bucket over which the value is known
   * @param badMicros time of each bucket over which it is known to be bad
   * @param figures min, max, first, last, sum, time-weighted mean of each bucket
   */
  public BucketSeries(
      TagId tag,
      Buckets buckets,
      int[] counts,
      int[] badCounts,
      long[] goodMicros,
      long[] badMicros,
      double[][] figures) {
    this.tag = tag;
    this.buckets = buckets;
    this.counts = counts;
    this.badCounts = badCounts;
    this.goodMicros = goodMicros;
    this.badMicros = badMicros;
    this.figures = figures;
  }

  public TagId tag() {
    return tag;
  }

  public Buckets buckets() {
    return buckets;
  }

  public int size() {
    return counts.length;
  }

  /** First microsecond of bucket {@code i}. */
  public long start(int i) {
    return buckets.start(i);
  }

  /** Usable points in bucket {@code i}. */
  public int count(int i) {
    return counts[i];
  }

  /** Points in bucket {@code i} whose quality is bad or whose value is not a number. */
  public int badCount(int i) {
    return badCounts[i];
  }

  /**
   * Time over which the value is known, microseconds. Nothing is extrapolated past the last point.
   */
  public long goodMicros(int i) {
    return goodMicros[i];
  }

  /** Time over which the value is known to be bad, microseconds. */
  public long badMicros(int i) {
    return badMicros[i];
  }

  /** A figure of bucket {@code i}, in the unit of the tag; NaN when there is none. */
  public double value(Statistic statistic, int i) {
    return switch (statistic) {
      case MEAN -> counts[i] == 0 ? Double.NaN : figures[SUM][i] / counts[i];
      case MIN -> figures[0][i];
      case MAX -> figures[1][i];
      case FIRST -> figures[2][i];
      case LAST -> figures[3][i];
      case SUM -> counts[i] == 0 ? Double.NaN : figures[SUM][i];
      case COUNT -> counts[i];
      case TIME_WEIGHTED -> figures[5][i];
    };
  }

  /** The same in another unit; see {@link UnitConversion}. */
  public BucketSeries in(DoubleUnaryOperator conversion) {
    double[][] converted = new double[figures.length][];
    for (int k = 0; k < figures.length; k++) {
      converted[k] = Arrays.stream(figures[k]).map(conversion).toArray();
    }
    Arrays.setAll(
        converted[SUM],
        i -> counts[i] == 0 ? 0 : counts[i] * conversion.applyAsDouble(value(Statistic.MEAN, i)));
    return new BucketSeries(tag, buckets, counts, badCounts, goodMicros, badMicros, converted);
  }
}
