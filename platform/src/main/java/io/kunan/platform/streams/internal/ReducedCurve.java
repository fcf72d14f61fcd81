package io.kunan.platform.streams.internal;

import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Results of one tag, few enough to draw: the least and the greatest of each piece of time. */
public final class ReducedCurve {
  private static final int PIECES = 300;

  private final String tag;
  private final String unit;
  private final TimeRange range;
  private final double[] least = new double[PIECES];
  private final double[] greatest = new double[PIECES];
  private final long[] leastAt = new long[PIECES];
  private final long[] greatestAt = new long[PIECES];
  private long points;
  private long unknown;

  ReducedCurve(String tag, String unit, TimeRange range) {
    this.tag = tag;
    this.unit = unit;
    this.range = range;
    Arrays.fill(least, Double.NaN);
    Arrays.fill(greatest, Double.NaN);
  }

  void add(long time, double value) {
    points++;
    if (Double.isNaN(value)) {
      unknown++;
      return;
    }
    double share = (time - range.from()) / (double) Math.max(1, range.lengthMicros());
    int piece = Math.clamp((int) (share * PIECES), 0, PIECES - 1);
    if (Double.isNaN(least[piece]) || value < least[piece]) {
      least[piece] = value;
      leastAt[piece] = time;
    }
    if (Double.isNaN(greatest[piece]) || value > greatest[piece]) {
      greatest[piece] = value;
      greatestAt[piece] = time;
    }
  }

  public String tag() {
    return tag;
  }

  public String unit() {
    return unit;
  }

  /** Points worked out. */
  public long points() {
    return points;
  }

  /** Those among them that could not be worked out. */
  public long unknown() {
    return unknown;
  }

  /** A point to draw. */
  public record Drawn(long time, double value) {}

  /** At most two points for each piece, by time. */
  public List<Drawn> drawn() {
    List<Drawn> drawn = new ArrayList<>();
    for (int i = 0; i < PIECES; i++) {
      if (Double.isNaN(least[i])) {
        continue;
      }
      Drawn low = new Drawn(leastAt[i], least[i]);
      Drawn high = new Drawn(greatestAt[i], greatest[i]);
      drawn.add(low.time() <= high.time() ? low : high);
      if (low.time() != high.time()) {
        drawn.add(low.time() <= high.time() ? high : low);
      }
    }
    return drawn;
  }
}
