package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.Scale;
import io.kunan.kernel.InputException;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Thickness of a layer that runs across the field from left to right, {@link
 * Method#LAYER_THICKNESS}.
 *
 * @param mean over the columns that hold the layer, in the scale's unit
 * @param min the thinnest place
 * @param max the thickest place
 * @param deviation standard deviation over the columns
 * @param tilt of the middle line against the rows, degrees
 * @param columns share of the columns that hold the layer
 */
public record LayerThickness(
    double mean, double min, double max, double deviation, double tilt, double columns) {

  /**
   * Measures the layer.
   *
   * @param layer the classes that belong to it: cracks inside an oxide do
   * @throws InputException when no column holds it
   */
  public static LayerThickness of(LabelImage field, IntPredicate layer, Scale scale) {
    double[] thickness = new double[field.width()];
    double[] middle = new double[field.width()];
    for (int x = 0; x < field.width(); x++) {
      for (int y = 0; y < field.height(); y++) {
        if (layer.test(field.at(x, y))) {
          thickness[x]++;
          middle[x] += y;
        }
      }
    }
    double tilt = Math.atan(slope(thickness, middle));
    double perPixel = scale.perPixel() * Math.cos(tilt);
    double[] there = Arrays.stream(thickness).filter(t -> t > 0).map(t -> t * perPixel).toArray();
    if (there.length == 0) {
      throw new InputException(
          "field", "the layer is nowhere in it", "check the class numbers of the layer");
    }
    FieldStatistics over = FieldStatistics.of(there);
    return new LayerThickness(
        over.mean(),
        Arrays.stream(there).min().orElseThrow(),
        Arrays.stream(there).max().orElseThrow(),
        there.length == 1 ? 0 : over.deviation(),
        -Math.toDegrees(tilt),
        (double) there.length / field.width());
  }

  /** Of the straight line through the middles, by least squares. */
  private static double slope(double[] thickness, double[] middle) {
    double n = 0;
    double sumX = 0;
    double sumY = 0;
    double sumXx = 0;
    double sumXy = 0;
    for (int x = 0; x < thickness.length; x++) {
      if (thickness[x] > 0) {
        double y = middle[x] / thickness[x];
        n++;
        sumX += x;
        sumY += y;
        sumXx += (double) x * x;
        sumXy += x * y;
      }
    }
    double spread = n * sumXx - sumX * sumX;
    return spread == 0 ? 0 : (n * sumXy - sumX * sumY) / spread;
  }
}
