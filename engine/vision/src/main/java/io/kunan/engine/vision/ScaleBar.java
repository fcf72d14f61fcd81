package io.kunan.engine.vision;

import io.kunan.engine.vision.internal.image.BarSearch;
import io.kunan.kernel.InputException;
import java.util.List;

/**
 * A scale bar burnt into a picture: a white or black rectangle, thin and level, on a ground that
 * stands out from it. What length it stands for is written beside it and told by people; the text
 * is not read.
 *
 * @param x first column
 * @param y first row
 * @param length pixels from end to end
 * @param thickness pixels
 */
public record ScaleBar(int x, int y, int length, int thickness) {
  /**
   * Finds the bar.
   *
   * @param name of the picture, for messages
   * @throws InputException when there is none, or more than one of different length
   */
  public static ScaleBar get(GreyImage picture, String name) {
    List<ScaleBar> bars = BarSearch.in(picture);
    if (bars.isEmpty()) {
      throw new InputException(
          name, "no scale bar is found in it", "give the scale in µm per pixel");
    }
    long lengths = bars.stream().mapToInt(ScaleBar::length).distinct().count();
    if (lengths > 1) {
      throw new InputException(
          name,
          "%d rectangles may be its scale bar: %s"
              .formatted(
                  bars.size(),
                  bars.stream()
                      .map(b -> "%d px at %d, %d".formatted(b.length(), b.x(), b.y()))
                      .toList()),
          "give the scale in µm per pixel");
    }
    return bars.getLast();
  }

  /** The scale when the bar stands for a length. */
  public Scale standingFor(double micrometres) {
    return Scale.micrometres(
        micrometres / length, "scale bar of %d px given as %s µm".formatted(length, micrometres));
  }
}
