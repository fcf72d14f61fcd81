package io.kunan.engine.vision;

import io.kunan.kernel.InputException;

/**
 * How long a pixel is. Without a known scale lengths are told in pixels.
 *
 * @param perPixel length of a pixel's side, greater than 0
 * @param unit of lengths
 * @param origin where the scale comes from, for a report
 */
public record Scale(double perPixel, Unit unit, String origin) {
  /** The unit in which lengths are told. */
  public enum Unit {
    MICROMETRE("µm"),
    PIXEL("px");

    private final String symbol;

    Unit(String symbol) {
      this.symbol = symbol;
    }

    public String symbol() {
      return symbol;
    }
  }

  /** No scale is known. */
  public static final Scale PIXELS = new Scale(1, Unit.PIXEL, "none");

  public Scale {
    if (!(perPixel > 0) || Double.isInfinite(perPixel)) {
      throw new InputException(
          "scale", perPixel + " is no length of a pixel", "give µm per pixel, greater than 0");
    }
  }

  /** A scale in µm. */
  public static Scale micrometres(double perPixel, String origin) {
    return new Scale(perPixel, Unit.MICROMETRE, origin);
  }

  public boolean isKnown() {
    return unit == Unit.MICROMETRE;
  }

  /** Length in mm of some pixels, NaN when the scale is not known. */
  public double millimetres(double pixels) {
    return isKnown() ? pixels * perPixel / 1_000 : Double.NaN;
  }
}
