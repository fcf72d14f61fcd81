package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Scale;
import io.kunan.engine.vision.internal.regions.Regions;

/**
 * What one phase makes of a field.
 *
 * @param areaFraction A_A, 0 to 1; pixels without a class take no part
 * @param count objects of a counting frame
 * @param density N_A, objects per mm², or per pixel² without a scale
 * @param meanChord mean length of the phase along test lines, in the scale's unit; NaN when absent
 * @param meanFreePath λ between its objects along test lines; NaN when absent
 */
public record PhaseMeasures(
    double areaFraction, int count, double density, double meanChord, double meanFreePath) {

  /**
   * Measures a class on a field: {@link Method#AREA_FRACTION}, {@link Method#COUNT_DENSITY} and
   * {@link Method#MEAN_FREE_PATH}.
   *
   * @param minArea smaller objects are not counted, in the square of the scale's unit
   */
  public static PhaseMeasures of(LabelImage field, int classNumber, Scale scale, double minArea) {
    long labelled = 0;
    long phase = 0;
    for (int i = 0; i < field.classes().length; i++) {
      labelled += field.at(i) == LabelImage.UNLABELLED ? 0 : 1;
      phase += field.at(i) == classNumber ? 1 : 0;
    }
    double fraction = labelled == 0 ? Double.NaN : (double) phase / labelled;
    int count = count(field, classNumber, minArea / (scale.perPixel() * scale.perPixel()));
    double side = scale.isKnown() ? scale.millimetres(1) : 1;
    double perLength = met(field, classNumber) / (2.0 * labelled * scale.perPixel());
    return new PhaseMeasures(
        fraction,
        count,
        count / (labelled * side * side),
        phase == 0 ? Double.NaN : fraction / perLength,
        phase == 0 ? Double.NaN : (1 - fraction) / perLength);
  }

  private static int count(LabelImage field, int classNumber, double minPixels) {
    Regions regions = Regions.of(field, number -> number == classNumber, true);
    int count = 0;
    for (int i = 0; i < regions.size(); i++) {
      boolean large = regions.get(i).area() >= minPixels;
      count += large && Particles.counts(regions.get(i), EdgeRule.COUNTING_FRAME) ? 1 : 0;
    }
    return count;
  }

  /** Entries into the phase along all rows and all columns; a start inside counts half. */
  private static double met(LabelImage field, int classNumber) {
    return entries(field, classNumber, field.height(), field.width(), field.width(), 1)
        + entries(field, classNumber, field.width(), field.height(), 1, field.width());
  }

  private static double entries(
      LabelImage field, int classNumber, int lines, int length, int lineStep, int step) {
    double met = 0;
    for (int line = 0; line < lines; line++) {
      boolean inside = false;
      for (int i = 0; i < length; i++) {
        boolean is = field.at(line * lineStep + i * step) == classNumber;
        met += is && !inside ? (i == 0 ? 0.5 : 1) : 0;
        inside = is;
      }
      met -= inside ? 0.5 : 0; // cut by the far edge
    }
    return met;
  }
}
