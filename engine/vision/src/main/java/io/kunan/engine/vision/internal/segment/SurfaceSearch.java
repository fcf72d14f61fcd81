package io.kunan.engine.vision.internal.segment;

import io.kunan.engine.vision.Layer;
import java.util.Arrays;

/**
 * Traces the surfaces of a layer: of all pairs that run from the left edge to the right, the one
 * that is likeliest from the shares of the pixels between and outside and from what is seen of the
 * surfaces themselves, when a step costs. Dynamic programming over the columns, as it is used for
 * the layers of the retina (S. J. Chiu and others, Opt. Express 18, 2010).
 */
final class SurfaceSearch {
  /** Log-odds of a pixel are no larger, so that none decides alone. */
  private static final float MOST = 3;

  /** Share of a surface below which nothing is seen of it. */
  private static final double FAINT = 0.02;

  private final Layer layer;
  private final int width;
  private final int height;

  /** For each column the sum of the log-odds of the pixels above a row. */
  private final float[][] sums;

  /**
   * @param shares of the layer at each pixel, 0 to 255
   */
  SurfaceSearch(Layer layer, byte[] shares, int width) {
    this.layer = layer;
    this.width = width;
    this.height = shares.length / width;
    this.sums = new float[width][height + 1];
    float[] odds = new float[256];
    for (int share = 0; share < odds.length; share++) {
      odds[share] = (float) Math.clamp(Math.log((share + 0.5) / (255.5 - share)), -MOST, MOST);
    }
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        sums[x][y + 1] = sums[x][y] + odds[shares[y * width + x] & 0xFF];
      }
    }
  }

  /**
   * @param top share of the top surface at each pixel, 0 to 255; 0 where it is not learned
   * @param bottom share of the bottom surface
   */
  Surfaces between(byte[] top, byte[] bottom) {
    int[] first = new int[width];
    int[] last = new int[width];
    Arrays.fill(last, height);
    int[] middle = path(middles(), layer.stiffness() / layer.weight(), first, last);
    return new Surfaces(
        path(gains(top, -layer.weight()), layer.stiffness(), first, middle),
        path(gains(bottom, layer.weight()), layer.stiffness(), middle, last));
  }

  /** Where the layer's middle may lie: log-odds of the pixels within a sixteenth of the height. */
  private float[][] middles() {
    int reach = Math.max(1, height / 32);
    float[][] gains = new float[width][height + 1];
    for (int x = 0; x < width; x++) {
      for (int y = 0; y <= height; y++) {
        int from = Math.max(0, y - reach);
        int to = Math.min(height, y + reach);
        gains[x][y] = sums[x][to] - sums[x][from] - (2 * reach - (to - from)) * MOST;
      }
    }
    return gains;
  }

  /** What a surface above each row gains. */
  private float[][] gains(byte[] surface, double weight) {
    float[] seen = new float[256];
    for (int share = 0; share < seen.length; share++) {
      seen[share] = (float) Math.log((share / 255.0 + FAINT) / FAINT);
    }
    float[][] gains = new float[width][height + 1];
    for (int x = 0; x < width; x++) {
      for (int y = 0; y <= height; y++) {
        float sum = 0;
        for (int row = y - Layer.SURFACE; row < y + Layer.SURFACE; row++) {
          sum += seen[surface[Math.clamp(row, 0, height - 1) * width + x] & 0xFF];
        }
        gains[x][y] = (float) (weight * sums[x][y]) + sum / (2 * Layer.SURFACE);
      }
    }
    return gains;
  }

  /** The path with the largest gain less the cost of its steps, between two others. */
  private int[] path(float[][] gains, double stiffness, int[] from, int[] to) {
    float[] best = new float[height + 1];
    int[][] came = new int[width][height + 1];
    for (int x = 0; x < width; x++) {
      if (x > 0) {
        spread(best, came[x], (float) stiffness);
      }
      for (int y = 0; y <= height; y++) {
        best[y] = y < from[x] || y > to[x] ? Float.NEGATIVE_INFINITY : best[y] + gains[x][y];
      }
    }
    int at = 0;
    for (int y = 1; y <= height; y++) {
      at = best[y] > best[at] ? y : at;
    }
    int[] path = new int[width];
    for (int x = width - 1; x >= 0; x--) {
      path[x] = at;
      at = came[x][at];
    }
    return path;
  }

  /** The best predecessor of each row: a pass down and a pass up, as for distances. */
  private static void spread(float[] best, int[] came, float stiffness) {
    for (int y = 0; y < best.length; y++) {
      came[y] = y;
      if (y > 0 && best[y - 1] - stiffness > best[y]) {
        best[y] = best[y - 1] - stiffness;
        came[y] = came[y - 1];
      }
    }
    for (int y = best.length - 2; y >= 0; y--) {
      if (best[y + 1] - stiffness > best[y]) {
        best[y] = best[y + 1] - stiffness;
        came[y] = came[y + 1];
      }
    }
  }
}
