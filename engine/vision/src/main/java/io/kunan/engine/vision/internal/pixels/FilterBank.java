package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.internal.filters.Box;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the trees see of a pixel: its brightness, and at each radius r the smoothed brightness, its
 * difference to the next coarser one, the slope, both curvatures and the local variance. None of
 * them depends on the direction in which the specimen lay. Radii of 8 and more are looked at in a
 * picture of half the size.
 */
final class FilterBank {
  private static final int[] RADII = {1, 2, 4, 8, 16, 32};
  private static final int PER_RADIUS = 6;
  private static final int COARSE = 8;

  private static final int SIZE = 1 + PER_RADIUS * RADII.length;

  private FilterBank() {}

  /**
   * Features of a pixel.
   *
   * @param layered whether up and down differ in the material
   */
  static int size(boolean layered) {
    return SIZE + (layered ? LayerFilters.SIZE : 0);
  }

  /**
   * One plane for each feature.
   *
   * @param layered whether up and down differ in the material
   */
  static float[][] planes(GreyImage image, boolean layered) {
    float[][] planes = new float[size(layered)][];
    planes[0] = image.values();
    Halves halves = new Halves(image.width(), image.height());
    GreyImage half = halves.half(Box.mean(image.values(), image.width(), image.height(), 1));
    IntStream.range(0, RADII.length)
        .parallel()
        .forEach(
            i -> {
              int radius = RADII[i];
              float[][] seen =
                  radius < COARSE ? scale(image, radius) : whole(halves, scale(half, radius / 2));
              System.arraycopy(seen, 0, planes, 1 + PER_RADIUS * i, PER_RADIUS);
            });
    if (layered) {
      List<float[]> more = LayerFilters.planes(image, half, halves);
      for (int i = 0; i < more.size(); i++) {
        planes[SIZE + i] = more.get(i);
      }
    }
    return planes;
  }

  private static float[][] whole(Halves halves, float[][] seen) {
    for (int i = 0; i < seen.length; i++) {
      seen[i] = halves.whole(seen[i]);
    }
    return seen;
  }

  private static float[][] scale(GreyImage image, int radius) {
    int width = image.width();
    int height = image.height();
    float[] mean = Box.mean(image.values(), width, height, radius);
    float[] smooth = Box.mean(mean, width, height, radius);
    float[] coarse = Box.smooth(smooth, width, height, radius);
    float[] spread = Box.mean(squares(image.values()), width, height, radius);
    float[] difference = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      spread[i] = (float) Math.sqrt(Math.max(0, spread[i] - mean[i] * mean[i]));
      difference[i] = smooth[i] - coarse[i];
    }
    Derivatives derivatives = Derivatives.of(smooth, width, height, radius);
    return new float[][] {
      smooth,
      difference,
      spread,
      derivatives.slope(),
      derivatives.largerCurvature(),
      derivatives.smallerCurvature()
    };
  }

  private static float[] squares(float[] values) {
    float[] squares = new float[values.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = values[i] * values[i];
    }
    return squares;
  }
}
