package io.kunan.engine.history.store;

import io.kunan.kernel.Micros;
import java.util.Arrays;

/**
 * What a tag did, minute by minute, from the points inside each minute alone. How two minutes join
 * is left to whoever reads them: first and last point of each say enough to weight by time exactly.
 * A bad point has NaN as value.
 */
public final class MinuteRollups {
  private final int[] tags;
  private final int[] minutes;
  private final int[] firstOffsets;
  private final int[] lastOffsets;
  private final int[] counts;
  private final int[] badCounts;
  private final int[] goodMicros;
  private final int[] badMicros;
  private final double[][] values;
  private final int size;

  private MinuteRollups(Builder b) {
    size = b.size;
    tags = Arrays.copyOf(b.tags, size);
    minutes = Arrays.copyOf(b.minutes, size);
    firstOffsets = Arrays.copyOf(b.firstOffsets, size);
    lastOffsets = Arrays.copyOf(b.lastOffsets, size);
    counts = Arrays.copyOf(b.counts, size);
    badCounts = Arrays.copyOf(b.badCounts, size);
    goodMicros = Arrays.copyOf(b.goodMicros, size);
    badMicros = Arrays.copyOf(b.badMicros, size);
    values = new double[Builder.VALUES][];
    Arrays.setAll(values, k -> Arrays.copyOf(b.values[k], size));
  }

  public int size() {
    return size;
  }

  public int tag(int i) {
    return tags[i];
  }

  /** Minutes since 1970-01-01T00:00Z. */
  public int minute(int i) {
    return minutes[i];
  }

  /** Start of the minute, microseconds UTC. */
  public long start(int i) {
    return minutes[i] * Micros.PER_MINUTE;
  }

  public long firstTime(int i) {
    return start(i) + firstOffsets[i];
  }

  public long lastTime(int i) {
    return start(i) + lastOffsets[i];
  }

  /** Usable points in the minute. */
  public int count(int i) {
    return counts[i];
  }

  /** Points in the minute that are bad or not a number. */
  public int badCount(int i) {
    return badCounts[i];
  }

  /** Value of the first point of the minute, NaN when it is bad. */
  public double first(int i) {
    return values[0][i];
  }

  /** Value of the last point of the minute, NaN when it is bad. */
  public double last(int i) {
    return values[1][i];
  }

  /** NaN when no point is usable. */
  public double min(int i) {
    return values[2][i];
  }

  /** NaN when no point is usable. */
  public double max(int i) {
    return values[3][i];
  }

  public double sum(int i) {
    return values[4][i];
  }

  /**
   * Mean over the good time between first and last point; NaN when there is none. Weighted by time:
   * held values for a stepping tag, trapezoids else.
   */
  public double timeWeightedMean(int i) {
    return values[5][i];
  }

  /** Time between first and last point over which the value is known, microseconds. */
  public int goodMicros(int i) {
    return goodMicros[i];
  }

  /** Time between first and last point over which the value is bad, microseconds. */
  public int badMicros(int i) {
    return badMicros[i];
  }

  /** Collects roll-ups, also of several tags. */
  public static final class Builder {
    private static final int VALUES = 6;
    private int[] tags;
    private int[] minutes;
    private int[] firstOffsets;
    private int[] lastOffsets;
    private int[] counts;
    private int[] badCounts;
    private int[] goodMicros;
    private int[] badMicros;
    private final double[][] values;
    private int size;

    public Builder() {
      this(64);
    }

    /**
     * @param expected rows it will probably take
     */
    public Builder(int expected) {
      int room = Math.max(1, expected);
      tags = new int[room];
      minutes = new int[room];
      firstOffsets = new int[room];
      lastOffsets = new int[room];
      counts = new int[room];
      badCounts = new int[room];
      goodMicros = new int[room];
      badMicros = new int[room];
      values = new double[VALUES][room];
    }

    /** Adds one row; the parameters are those of the accessors of {@link MinuteRollups}. */
    @SuppressWarnings("TooManyParameters") // one row of a columnar table
    public Builder add(
        int tag,
        int minute,
        int firstOffset,
        int lastOffset,
        int count,
        int badCount,
        int good,
        int bad,
        double first,
        double last,
        double min,
        double max,
        double sum,
        double timeWeightedMean) {
      if (size == tags.length) {
        grow();
      }
      tags[size] = tag;
      minutes[size] = minute;
      firstOffsets[size] = firstOffset;
      lastOffsets[size] = lastOffset;
      counts[size] = count;
      badCounts[size] = badCount;
      goodMicros[size] = good;
      badMicros[size] = bad;
      values[0][size] = first;
      values[1][size] = last;
      values[2][size] = min;
      values[3][size] = max;
      values[4][size] = sum;
      values[5][size] = timeWeightedMean;
      size++;
      return this;
    }

    /** Adds row {@code i} of other roll-ups. */
    public Builder add(MinuteRollups other, int i) {
      return add(
          other.tags[i],
          other.minutes[i],
          other.firstOffsets[i],
          other.lastOffsets[i],
          other.counts[i],
          other.badCounts[i],
          other.goodMicros[i],
          other.badMicros[i],
          other.values[0][i],
          other.values[1][i],
          other.values[2][i],
          other.values[3][i],
          other.values[4][i],
          other.values[5][i]);
    }

    public int size() {
      return size;
    }

    /** Takes the last row back when it is of this tag and minute: a newer one follows. */
    public void dropLast(int tag, int minute) {
      if (size > 0 && minutes[size - 1] == minute && tags[size - 1] == tag) {
        size--;
      }
    }

    public MinuteRollups build() {
      return new MinuteRollups(this);
    }

    private void grow() {
      int room = tags.length * 2;
      tags = Arrays.copyOf(tags, room);
      minutes = Arrays.copyOf(minutes, room);
      firstOffsets = Arrays.copyOf(firstOffsets, room);
      lastOffsets = Arrays.copyOf(lastOffsets, room);
      counts = Arrays.copyOf(counts, room);
      badCounts = Arrays.copyOf(badCounts, room);
      goodMicros = Arrays.copyOf(goodMicros, room);
      badMicros = Arrays.copyOf(badMicros, room);
      for (int k = 0; k < VALUES; k++) {
        values[k] = Arrays.copyOf(values[k], room);
      }
    }
  }
}
