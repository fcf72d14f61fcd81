package io.kunan.engine.vision.internal.filters;

import java.util.stream.IntStream;

/** Means over squares, whatever their size at the same cost; the image is mirrored at its edges. */
public final class Box {
  private Box() {}

  /** Mean over the square of side 2·radius + 1 around each pixel. */
  public static float[] mean(float[] values, int width, int height, int radius) {
    return columns(rows(values, width, height, radius), width, height, radius);
  }

  /** Mean over 2·radius + 1 pixels of the row around each pixel. */
  public static float[] rows(float[] values, int width, int height, int radius) {
    float[] rows = new float[values.length];
    IntStream.range(0, height)
        .parallel()
        .forEach(y -> line(values, rows, y * width, width, radius));
    return rows;
  }

  /**
   * Two means one after the other, together nearly a Gaussian of deviation √(2·((2·radius + 1)² −
   * 1)/12).
   */
  public static float[] smooth(float[] values, int width, int height, int radius) {
    return mean(mean(values, width, height, radius), width, height, radius);
  }

  private static void line(float[] from, float[] to, int start, int size, int radius) {
    double sum = 0;
    for (int i = -radius; i <= radius; i++) {
      sum += from[start + Mirror.inside(i, size)];
    }
    double scale = 1.0 / (2 * radius + 1);
    for (int i = 0; i < size; i++) {
      to[start + i] = (float) (sum * scale);
      int enters = i + radius + 1;
      int leaves = i - radius;
      boolean inside = leaves >= 0 && enters < size;
      sum +=
          inside
              ? from[start + enters] - (double) from[start + leaves]
              : from[start + Mirror.inside(enters, size)]
                  - (double) from[start + Mirror.inside(leaves, size)];
    }
  }

  /**
   * Mean over 2·radius + 1 pixels of the column around each pixel; all columns at once, so that
   * memory is read along rows.
   */
  public static float[] columns(float[] from, int width, int height, int radius) {
    float[] to = new float[from.length];
    double[] sums = new double[width];
    for (int i = -radius; i <= radius; i++) {
      add(from, Mirror.inside(i, height) * width, sums, 1);
    }
    double scale = 1.0 / (2 * radius + 1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        to[y * width + x] = (float) (sums[x] * scale);
      }
      add(from, Mirror.inside(y + radius + 1, height) * width, sums, 1);
      add(from, Mirror.inside(y - radius, height) * width, sums, -1);
    }
    return to;
  }

  private static void add(float[] from, int start, double[] sums, int sign) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += sign * from[start + x];
    }
  }
}
