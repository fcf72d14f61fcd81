package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.internal.filters.Box;
import io.kunan.engine.vision.internal.filters.Mirror;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is seen of a pixel where up and down differ in the material: what lies above and below it,
 * and lines told apart by their direction, as cracks across a layer from seams along it.
 */
final class LayerFilters {
  /** Distances up and down, in pixels of the half picture. */
  private static final int[] DISTANCES = {12, 24, 48, 96};

  /** Smoothing of what is seen from afar, in pixels of the half picture. */
  private static final int AFAR = 6;

  private static final int[] LINE_RADII = {1, 2, 4};
  private static final int LENGTH = 4;

  /** Planes that look up and down. */
  static final int VERTICAL = 2 * DISTANCES.length + 2;

  /** Planes in all. */
  static final int SIZE = VERTICAL + 4 * LINE_RADII.length;

  private LayerFilters() {}

  static List<float[]> planes(GreyImage image, GreyImage half, Halves halves) {
    List<float[]> planes = new ArrayList<>(vertical(half.values(), halves));
    IntStream.range(0, LINE_RADII.length)
        .parallel()
        .mapToObj(i -> lines(image, LINE_RADII[i]))
        .forEachOrdered(planes::addAll);
    return planes;
  }

  /**
   * What lies above and below, at some distances and on the whole.
   *
   * @param half a plane of the half picture
   */
  static List<float[]> vertical(float[] half, Halves halves) {
    int width = halves.halfWidth();
    int height = halves.halfHeight();
    float[] smooth = Box.smooth(half, width, height, AFAR);
    List<float[]> planes = new ArrayList<>();
    for (int distance : DISTANCES) {
      planes.add(moved(smooth, width, height, -distance));
      planes.add(moved(smooth, width, height, distance));
    }
    planes.add(meanBeyond(smooth, width, height, 0, 1));
    planes.add(meanBeyond(smooth, width, height, height - 1, -1));
    return planes.stream().parallel().map(halves::whole).toList();
  }

  private static float[] moved(float[] values, int width, int height, int distance) {
    float[] moved = new float[values.length];
    for (int y = 0; y < height; y++) {
      int from = Math.clamp(y + distance, 0, height - 1);
      System.arraycopy(values, from * width, moved, y * width, width);
    }
    return moved;
  }

  /** Mean of each column from an edge up to the pixel. */
  private static float[] meanBeyond(float[] values, int width, int height, int edge, int step) {
    float[] means = new float[values.length];
    double[] sums = new double[width];
    for (int i = 0; i < height; i++) {
      int row = (edge + i * step) * width;
      for (int x = 0; x < width; x++) {
        sums[x] += values[row + x];
        means[row + x] = (float) (sums[x] / (i + 1));
      }
    }
    return means;
  }

  /** Curvature across and down at a radius, by itself and along a line of its direction. */
  private static List<float[]> lines(GreyImage image, int radius) {
    int width = image.width();
    int height = image.height();
    float[] smooth = Box.smooth(image.values(), width, height, radius);
    float[] across = new float[smooth.length];
    float[] down = new float[smooth.length];
    for (int y = 0; y < height; y++) {
      int above = Mirror.inside(y - radius, height) * width;
      int below = Mirror.inside(y + radius, height) * width;
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        float left = smooth[y * width + Mirror.inside(x - radius, width)];
        float right = smooth[y * width + Mirror.inside(x + radius, width)];
        across[at] = left + right - 2 * smooth[at];
        down[at] = smooth[above + x] + smooth[below + x] - 2 * smooth[at];
      }
    }
    return List.of(
        across,
        down,
        Box.columns(across, width, height, LENGTH * radius),
        Box.rows(down, width, height, LENGTH * radius));
  }
}
