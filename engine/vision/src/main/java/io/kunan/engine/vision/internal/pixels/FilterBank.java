package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.internal.filters.Box;
import java.util.stream.IntStream;

/**
 * What the trees see of a pixel: its brightness, and at each radius r the smoothed brightness, its
 * difference to the next coarser one, the slope, both curvatures and the local variance. None of
 * them depends on the direction in which the specimen lay.
 */
public final class FilterBank {
  private static final int[] RADII = {1, 2, 4, 8, 16, 32};
  private static final int PER_RADIUS = 6;

  /** Features of a pixel. */
  public static final int SIZE = 1 + PER_RADIUS * RADII.length;

  private FilterBank() {}

  /** One plane for each feature. */
  public static float[][] planes(GreyImage image) {
    float[][] planes = new float[SIZE][];
    planes[0] = image.values();
    float[] squares = squares(image.values());
    IntStream.range(0, RADII.length)
        .parallel()
        .forEach(i -> scale(image, squares, RADII[i], planes, 1 + PER_RADIUS * i));
    return planes;
  }

  private static void scale(
      GreyImage image, float[] squares, int radius, float[][] planes, int first) {
    int width = image.width();
    int height = image.height();
    float[] mean = Box.mean(image.values(), width, height, radius);
    float[] smooth = Box.mean(mean, width, height, radius);
    float[] coarse = Box.smooth(smooth, width, height, radius);
    float[] variance = Box.mean(squares, width, height, radius);
    float[] difference = new float[mean.length];
    for (int i = 0; i < mean.length; i++) {
      variance[i] = (float) Math.sqrt(Math.max(0, variance[i] - mean[i] * mean[i]));
      difference[i] = smooth[i] - coarse[i];
    }
    planes[first] = smooth;
    planes[first + 1] = difference;
    planes[first + 2] = variance;
    Derivatives derivatives = Derivatives.of(smooth, width, height, radius);
    planes[first + 3] = derivatives.slope();
    planes[first + 4] = derivatives.largerCurvature();
    planes[first + 5] = derivatives.smallerCurvature();
  }

  private static float[] squares(float[] values) {
    float[] squares = new float[values.length];
    for (int i = 0; i < squares.length; i++) {
      squares[i] = values[i] * values[i];
    }
    return squares;
  }
}
