package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.internal.filters.Box;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What a second look sees more than the first: the first look's opinion of the neighbourhood, class
 * by class and radius by radius, which tells a large particle from a small one (auto-context, Z. Tu
 * and X. Bai, IEEE TPAMI 32, 2010).
 */
final class Context {
  private static final int[] RADII = {1, 3, 7, 15, 31};

  private Context() {}

  static int size(int classes) {
    return FilterBank.SIZE + (classes - 1) * RADII.length;
  }

  /** The planes of the filters, and after them those of the first look. */
  static float[][] planes(float[][] filters, float[][] shares, int width, int height) {
    int classes = shares.length;
    float[][] planes = Arrays.copyOf(filters, size(classes));
    IntStream.range(0, (classes - 1) * RADII.length)
        .parallel()
        .forEach(
            i ->
                planes[filters.length + i] =
                    Box.smooth(
                        shares[1 + i / RADII.length], width, height, RADII[i % RADII.length]));
    return planes;
  }
}
