package io.kunan.engine.vision.internal.filters;

/** Continues a row of pixels beyond its ends by its mirror image, so that filters see no step. */
public final class Mirror {
  private Mirror() {}

  /** The place inside 0 to size − 1 that stands for any place. */
  public static int inside(int at, int size) {
    if (at >= 0 && at < size) {
      return at;
    }
    int period = Math.max(1, 2 * size - 2);
    int folded = Math.floorMod(at, period);
    return folded < size ? folded : period - folded;
  }
}
