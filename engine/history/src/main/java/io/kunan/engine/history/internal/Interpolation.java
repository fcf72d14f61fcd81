package io.kunan.engine.history.internal;

import io.kunan.engine.history.Point;
import io.kunan.kernel.Quality;
import org.jspecify.annotations.Nullable;

/** The value of a tag between two of its points. */
public final class Interpolation {
  private Interpolation() {}

  /**
   * @param before the point at or before the time, null when there is none
   * @param after the point at or after the time, null when there is none
   * @return null before the first point; after the last one its value, marked as the last usable
   */
  public static @Nullable Point at(
      long time, boolean step, @Nullable Point before, @Nullable Point after) {
    if (before == null || before.time() == time) {
      return before;
    }
    if (!before.isUsable()) {
      return new Point(before.tag(), time, Double.NaN, before.quality());
    }
    if (after == null) {
      return new Point(before.tag(), time, before.value(), Quality.UNCERTAIN_LAST_USABLE);
    }
    if (step || !after.isUsable()) {
      return new Point(before.tag(), time, before.value(), before.quality());
    }
    double share = ((double) time - before.time()) / ((double) after.time() - before.time());
    double value = before.value() + share * (after.value() - before.value());
    short quality = Quality.worst(before.quality(), after.quality());
    return new Point(before.tag(), time, value, quality);
  }
}
