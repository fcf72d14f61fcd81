package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Scale;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Secondary dendrite arm spacing along a line that a person drew across the arms, {@link
 * Method#DENDRITE_ARMS}.
 *
 * @param arms n on the line, 2 or more
 * @param spacing λ₂, in the scale's unit
 */
public record DendriteArms(int arms, double spacing) {
  /**
   * Counts arms between two pixels.
   *
   * @param armClass the class of dendrites
   * @throws InputException when the line meets fewer than two arms
   */
  public static DendriteArms along(
      LabelImage field, int armClass, Scale scale, int fromX, int fromY, int toX, int toY) {
    int steps = Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY));
    double step = Math.hypot(toX - (double) fromX, toY - (double) fromY) / Math.max(1, steps);
    List<Double> middles = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= steps + 1; i++) {
      boolean on =
          i <= steps && field.at(at(fromX, toX, i, steps), at(fromY, toY, i, steps)) == armClass;
      if (on && start < 0) {
        start = i;
      } else if (!on && start >= 0) {
        middles.add((start + i - 1) / 2.0 * step);
        start = -1;
      }
    }
    if (middles.size() < 2) {
      throw new InputException(
          "line",
          "it meets %d arms".formatted(middles.size()),
          "draw it across at least two arms of one dendrite, better five");
    }
    double length = middles.getLast() - middles.getFirst();
    return new DendriteArms(middles.size(), length / (middles.size() - 1) * scale.perPixel());
  }

  private static int at(int from, int to, int i, int steps) {
    return (int) Math.round(from + (to - from) * (double) i / Math.max(1, steps));
  }
}
