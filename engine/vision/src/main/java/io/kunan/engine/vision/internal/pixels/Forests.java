package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.internal.trees.FlatForest;
import java.util.stream.IntStream;

/** Serves trees over chosen pixels of planes, block by block on all cores. */
final class Forests {
  private Forests() {}

  /**
   * Shares of each class at some pixels; at every one they sum to 1.
   *
   * @param pixels indices into the planes
   */
  static float[][] shares(FlatForest forest, float[][] planes, int[] pixels) {
    float[][] shares = new float[forest.classes()][pixels.length];
    IntStream.range(0, Math.ceilDiv(pixels.length, FlatForest.BLOCK))
        .parallel()
        .forEach(block -> serve(forest, planes, pixels, shares, block * FlatForest.BLOCK));
    return shares;
  }

  private static void serve(
      FlatForest forest, float[][] planes, int[] pixels, float[][] shares, int start) {
    int count = Math.min(FlatForest.BLOCK, pixels.length - start);
    float[] rows = new float[planes.length * FlatForest.BLOCK];
    for (int feature = 0; feature < planes.length; feature++) {
      float[] plane = planes[feature];
      for (int row = 0; row < count; row++) {
        rows[feature * FlatForest.BLOCK + row] = plane[pixels[start + row]];
      }
    }
    float[] scores = new float[shares.length * FlatForest.BLOCK];
    forest.score(rows, scores);
    for (int row = 0; row < count; row++) {
      double sum = 0;
      for (int k = 0; k < shares.length; k++) {
        sum += chance(scores[k * FlatForest.BLOCK + row]);
      }
      for (int k = 0; k < shares.length; k++) {
        shares[k][start + row] = (float) (chance(scores[k * FlatForest.BLOCK + row]) / sum);
      }
    }
  }

  /** How likely a class is against the rest. */
  private static double chance(float score) {
    return 1 / (1 + Math.exp(-score));
  }
}
