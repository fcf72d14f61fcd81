package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.internal.regions.PixelRegion;
import io.kunan.engine.vision.internal.regions.Regions;
import io.kunan.kernel.InputException;

/**
 * The grain size of one field; over several fields see {@link FieldStatistics}.
 *
 * @param method how it was measured
 * @param number G of ASTM E112
 * @param counted grains, or boundaries met
 * @param meanIntercept l̄ in mm, NaN by the planimetric method
 * @param density N_A per mm², NaN by the intercept method
 */
public record GrainSize(
    Method method, double number, double counted, double meanIntercept, double density) {
  /** A field with fewer grains says little (ASTM E112-13). */
  public static final int ENOUGH = 50;

  private static final double LOG2_10 = 1 / Math.log10(2);

  /** Whether the field holds enough grains or boundaries. */
  public boolean isEnough() {
    return counted >= ENOUGH;
  }

  /**
   * By intercepts on lines in four directions, {@link Method#GRAIN_INTERCEPT}.
   *
   * @param boundary the class of grain boundaries, which runs between the grains as a line of any
   *     width
   * @param spacing pixels between neighbouring lines, 1 or more
   * @throws InputException when the scale is not known or no boundary is met
   */
  public static GrainSize byIntercepts(LabelImage field, int boundary, Scale scale, int spacing) {
    requireScale(scale);
    TestLines lines = TestLines.over(field, boundary, spacing);
    if (lines.met() == 0) {
      throw new InputException(
          "field", "no grain boundary is met", "check the segmentation or take a larger field");
    }
    double intercept = scale.millimetres(lines.length()) / lines.met();
    double number = -2 * LOG2_10 * Math.log10(intercept) - 3.288;
    return new GrainSize(Method.GRAIN_INTERCEPT, number, lines.met(), intercept, Double.NaN);
  }

  /**
   * By counting grains, {@link Method#GRAIN_PLANIMETRIC}. A grain is what boundaries and edges
   * enclose.
   *
   * @param minArea smaller pieces are no grains, in µm²
   * @throws InputException when the scale is not known
   */
  public static GrainSize planimetric(LabelImage field, int boundary, Scale scale, double minArea) {
    requireScale(scale);
    double minPixels = minArea / (scale.perPixel() * scale.perPixel());
    Regions grains = Regions.of(field, number -> number != boundary, false);
    double count = -1; // the grains at the four corners count a quarter each, not half
    for (int i = 0; i < grains.size(); i++) {
      PixelRegion grain = grains.get(i);
      if (grain.area() >= minPixels) {
        count += grain.touchesEdge() ? 0.5 : 1;
      }
    }
    return ofCount(count, field.classes().length, scale);
  }

  /**
   * From a count of grains that weighs those at edges and corners already.
   *
   * @param pixels of the field
   */
  public static GrainSize ofCount(double count, double pixels, Scale scale) {
    requireScale(scale);
    double side = scale.millimetres(1);
    double density = count / (pixels * side * side);
    double number = LOG2_10 * Math.log10(density) - 2.954;
    return new GrainSize(Method.GRAIN_PLANIMETRIC, number, count, Double.NaN, density);
  }

  private static void requireScale(Scale scale) {
    if (!scale.isKnown()) {
      throw new InputException(
          "scale", "it is not known", "give µm per pixel: a grain size is told in mm");
    }
  }
}
