package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.internal.trees.FlatForest;
import java.util.stream.IntStream;

/** Serves trees over whole planes, block by block on all cores. */
final class Forests {
  private Forests() {}

  /** A plane of shares for each class; at every pixel they sum to 1. */
  static float[][] shares(FlatForest forest, float[][] planes) {
    int pixels = planes[0].length;
    float[][] shares = new float[forest.classes()][pixels];
    IntStream.range(0, Math.ceilDiv(pixels, FlatForest.BLOCK))
        .parallel()
        .forEach(block -> serve(forest, planes, shares, block * FlatForest.BLOCK));
    return shares;
  }

  private static void serve(FlatForest forest, float[][] planes, float[][] shares, int start) {
    int count = Math.min(FlatForest.BLOCK, planes[0].length - start);
    float[] rows = new float[planes.length * FlatForest.BLOCK];
    for (int feature = 0; feature < planes.length; feature++) {
      System.arraycopy(planes[feature], start, rows, feature * FlatForest.BLOCK, count);
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
