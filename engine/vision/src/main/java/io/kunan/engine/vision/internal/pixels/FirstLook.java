package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.internal.trees.FlatForest;
import java.util.Arrays;

/**
 * What the first look says of a picture: shares of the classes at half its size, which costs a
 * quarter, and the pixels it leaves open for a second look.
 *
 * @param half a plane of shares for each class, at half size
 * @param halves sizes of the picture
 */
@SuppressWarnings("ArrayRecordComponent") // planes of an image
record FirstLook(float[][] half, Halves halves) {
  /**
   * A class with this share needs no second look. Over two left-out spots of the superalloy the
   * mean IoU was 0.851 with all pixels looked at twice, 0.854 at 0.97 and, the second look trained
   * on open pixels alone, 0.857 at 0.97, 0.859 at 0.93, 0.858 at 0.85, 0.856 at 0.75.
   */
  private static final float SURE = 0.9f;

  static FirstLook at(float[][] filters, FlatForest forest, Halves halves) {
    return new FirstLook(Forests.shares(forest, filters, halves.pixels()), halves);
  }

  /** A plane of shares for each class over the whole picture. */
  float[][] shares() {
    return Arrays.stream(half).parallel().map(halves::whole).toArray(float[][]::new);
  }

  /** The pixels of which no class is sure, in their order. */
  static int[] open(float[][] shares) {
    int[] open = new int[shares[0].length];
    int count = 0;
    for (int pixel = 0; pixel < open.length; pixel++) {
      float best = 0;
      for (float[] plane : shares) {
        best = Math.max(best, plane[pixel]);
      }
      open[count] = pixel;
      count += best < SURE ? 1 : 0;
    }
    return Arrays.copyOf(open, count);
  }
}
