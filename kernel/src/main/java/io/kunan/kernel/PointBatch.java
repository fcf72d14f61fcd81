package io.kunan.kernel;

import java.util.Arrays;

/**
 * Points by column, the form in which they travel between connectors, engines and stores.
 *
 * <p>The batch owns its arrays: whoever hands them over does not touch them again. A value may be
 * NaN: the instrument said nothing usable, and the quality says why.
 */
public final class PointBatch {
  private static final PointBatch EMPTY =
      new PointBatch(new int[0], new long[0], new double[0], new short[0], 0);

  private final int[] tags;
  private final long[] times;
  private final double[] values;
  private final short[] qualities;
  private final int size;

  private PointBatch(int[] tags, long[] times, double[] values, short[] qualities, int size) {
    this.tags = tags;
    this.times = times;
    this.values = values;
    this.qualities = qualities;
    this.size = size;
  }

  /** A batch over whole arrays, which must be of one length. The batch takes them over. */
  public static PointBatch of(int[] tags, long[] times, double[] values, short[] qualities) {
    if (tags.length != times.length
        || tags.length != values.length
        || tags.length != qualities.length) {
      throw new IllegalArgumentException(
          "columns of one batch differ in length: tags %d, times %d, values %d, qualities %d"
              .formatted(tags.length, times.length, values.length, qualities.length));
    }
    return new PointBatch(tags, times, values, qualities, tags.length);
  }

  public static PointBatch empty() {
    return EMPTY;
  }

  public static Builder builder(int capacity) {
    return new Builder(capacity);
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  /** The number of the tag of point {@code i}. */
  public int tag(int i) {
    return tags[i];
  }

  /** The time of point {@code i}, microseconds UTC. */
  public long time(int i) {
    return times[i];
  }

  public double value(int i) {
    return values[i];
  }

  public short quality(int i) {
    return qualities[i];
  }

  @Override
  public String toString() {
    return "PointBatch[" + size + " points]";
  }

  /** Collects points into a batch and can be used again after {@link #build}. */
  public static final class Builder {
    private int[] tags;
    private long[] times;
    private double[] values;
    private short[] qualities;
    private int size;

    private Builder(int capacity) {
      int room = Math.max(16, capacity);
      tags = new int[room];
      times = new long[room];
      values = new double[room];
      qualities = new short[room];
    }

    public Builder add(int tag, long timeMicros, double value, short quality) {
      if (size == tags.length) {
        grow();
      }
      tags[size] = tag;
      times[size] = timeMicros;
      values[size] = value;
      qualities[size] = quality;
      size++;
      return this;
    }

    public int size() {
      return size;
    }

    /** The points so far as a batch; the builder is empty afterwards. */
    public PointBatch build() {
      PointBatch batch =
          new PointBatch(
              Arrays.copyOf(tags, size),
              Arrays.copyOf(times, size),
              Arrays.copyOf(values, size),
              Arrays.copyOf(qualities, size),
              size);
      size = 0;
      return batch;
    }

    private void grow() {
      int room = tags.length * 2;
      tags = Arrays.copyOf(tags, room);
      times = Arrays.copyOf(times, room);
      values = Arrays.copyOf(values, room);
      qualities = Arrays.copyOf(qualities, room);
    }
  }
}
