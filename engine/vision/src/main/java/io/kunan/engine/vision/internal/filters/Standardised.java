package io.kunan.engine.vision.internal.filters;

import io.kunan.engine.vision.GreyImage;
import java.util.Arrays;

/**
 * Brightness told from the middle of the image in units of its spread, so that gain and offset of
 * the detector do not matter.
 */
public final class Standardised {
  private static final int LEVELS = 4_096;

  /** Between the 10 and the 90 % quantile of a normal distribution lie 2.563 deviations. */
  private static final float DEVIATIONS = 2.563f;

  private Standardised() {}

  /** The image less its median, over its 10–90 % range. */
  public static GreyImage of(GreyImage image) {
    int[] histogram = new int[LEVELS];
    for (float value : image.values()) {
      histogram[Math.clamp((int) (value * LEVELS), 0, LEVELS - 1)]++;
    }
    float median = quantile(histogram, 0.5);
    float spread = quantile(histogram, 0.9) - quantile(histogram, 0.1);
    float scale = DEVIATIONS / Math.max(spread, 4f / LEVELS);
    float[] values = image.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - median) * scale;
    }
    return new GreyImage(image.width(), image.height(), values);
  }

  private static float quantile(int[] histogram, double share) {
    double wanted = share * Arrays.stream(histogram).sum();
    double sum = 0;
    for (int level = 0; level < LEVELS; level++) {
      sum += histogram[level];
      if (sum >= wanted) {
        double inside = histogram[level] == 0 ? 0 : (sum - wanted) / histogram[level];
        return (float) ((level + 1 - inside) / LEVELS);
      }
    }
    return 1;
  }
}
