package io.kunan.engine.history;

import io.kunan.kernel.Quality;
import io.kunan.kernel.TagId;

/**
 * One measurement, for the places where points come one by one; streams of them travel as {@link
 * io.kunan.kernel.PointBatch}.
 *
 * @param tag what was measured
 * @param time microseconds UTC
 * @param value in the unit of the tag; NaN when the instrument said nothing usable
 * @param quality see {@link Quality}
 */
public record Point(TagId tag, long time, double value, short quality) {
  /** Whether the value may enter a mean, a minimum or a line on a chart. */
  public boolean isUsable() {
    return isUsable(value, quality);
  }

  /** A value counts when its quality is not bad and it is a finite number. */
  public static boolean isUsable(double value, short quality) {
    return !Quality.isBad(quality) && Double.isFinite(value);
  }
}
