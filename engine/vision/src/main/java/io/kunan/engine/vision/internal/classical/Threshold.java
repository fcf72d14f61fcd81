package io.kunan.engine.vision.internal.classical;

import io.kunan.engine.vision.LabelImage;
import io.kunan.engine.vision.internal.filters.Box;
import io.kunan.engine.vision.internal.pixels.PixelTraining.PreparedField;
import java.util.List;

/**
 * A threshold against the background: a pixel is an object when it differs enough from the mean of
 * its neighbourhood.
 *
 * @param radius of the neighbourhood, pixels
 * @param darker whether objects are darker than it
 * @param difference at least, in the spread of the field's brightness; negative when objects are so
 *     large that they fill their neighbourhood
 */
public record Threshold(int radius, boolean darker, double difference) {
  private static final int[] RADII = {8, 16, 32, 64, 128};
  private static final int BINS = 400;
  private static final double WIDEST = 5;

  /** The threshold that tells objects from matrix, index 0, with the largest IoU. */
  public static Threshold learn(List<PreparedField> fields, int classes) {
    Threshold best = new Threshold(RADII[0], true, 0);
    double most = -1;
    for (int radius : RADII) {
      for (boolean darker : new boolean[] {true, false}) {
        double[][] histograms = histograms(fields, classes, new Threshold(radius, darker, 0));
        double objects = java.util.Arrays.stream(histograms[1]).sum();
        double found = 0;
        double wrong = 0;
        for (int bin = BINS - 1; bin >= 0; bin--) {
          found += histograms[1][bin];
          wrong += histograms[0][bin];
          if (found / (objects + wrong) > most) {
            most = found / (objects + wrong);
            best = new Threshold(radius, darker, WIDEST * (2.0 * bin / BINS - 1));
          }
        }
      }
    }
    return best;
  }

  /** How the differences of matrix and objects are spread. */
  private static double[][] histograms(List<PreparedField> fields, int classes, Threshold zero) {
    double[][] histograms = new double[2][BINS];
    for (PreparedField field : fields) {
      LabelImage labels = field.labels();
      float[] above =
          zero.above(field.image().values(), field.image().width(), field.image().height());
      for (int i = 0; i < above.length; i++) {
        if (labels.at(i) < classes) {
          int bin = (int) ((above[i] / WIDEST + 1) / 2 * BINS);
          histograms[Math.min(1, labels.at(i))][Math.clamp(bin, 0, BINS - 1)]++;
        }
      }
    }
    return histograms;
  }

  /** By how much each pixel passes the threshold. */
  float[] above(float[] values, int width, int height) {
    float[] around = Box.smooth(values, width, height, radius);
    for (int i = 0; i < around.length; i++) {
      around[i] = (float) ((darker ? around[i] - values[i] : values[i] - around[i]) - difference);
    }
    return around;
  }
}
