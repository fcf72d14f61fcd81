package io.kunan.engine.history.internal.duck;

import java.util.Arrays;

/**
 * Room for the points of many tags in few large arrays. Thousands of tags with arrays of their own
 * keep the collector copying small things and the writer growing all of them at the same moment.
 */
final class Slabs {
  private static final int SLAB_POINTS = 1 << 16;

  private Room slab = new Room(SLAB_POINTS);
  private int used;

  /** Room for points of one tag, empty. Writer only. */
  Room take(int points) {
    if (points > SLAB_POINTS / 4) {
      return new Room(points);
    }
    if (used + points > SLAB_POINTS) {
      slab = new Room(SLAB_POINTS);
      used = 0;
    }
    var room = new Room(slab.times, slab.values, slab.qualities, used, points);
    used += points;
    return room;
  }

  /** Twice the room, with what the old one holds. Writer only. */
  Room more(Room full) {
    Room larger = take(Math.multiplyExact(full.length, 2));
    System.arraycopy(full.times, full.from, larger.times, larger.from, full.length);
    System.arraycopy(full.values, full.from, larger.values, larger.from, full.length);
    System.arraycopy(full.qualities, full.from, larger.qualities, larger.from, full.length);
    return larger;
  }

  /**
   * A stretch of arrays that one tag fills.
   *
   * @param from index of its first point in the arrays
   * @param length points it has room for
   */
  @SuppressWarnings("ArrayRecordComponent") // a view of columns, not a value
  record Room(long[] times, double[] values, short[] qualities, int from, int length) {
    private Room(int points) {
      this(new long[points], new double[points], new short[points], 0, points);
    }

    void set(int index, long time, double value, short quality) {
      times[from + index] = time;
      values[from + index] = value;
      qualities[from + index] = quality;
    }

    long[] firstTimes(int points) {
      return Arrays.copyOfRange(times, from, from + points);
    }

    /** Its first points, which are in order. */
    Run first(int points) {
      return new Run(times, values, qualities, from, from + points);
    }
  }
}
