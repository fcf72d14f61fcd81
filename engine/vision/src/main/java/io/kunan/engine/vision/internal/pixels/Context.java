package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.internal.filters.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a second look sees more than the first: the first look's opinion of the neighbourhood, class
 * by class and radius by radius, which tells a large particle from a small one (auto-context, Z. Tu
 * and X. Bai, IEEE TPAMI 32, 2010).
 */
final class Context {
  /** In pixels of the half picture. */
  private static final int[] RADII = {0, 1, 3, 7, 15};

  private Context() {}

  static int size(int classes, boolean layered) {
    int perClass = RADII.length + (layered ? LayerFilters.VERTICAL : 0);
    return FilterBank.size(layered) + (classes - 1) * perClass;
  }

  /** The planes of the filters, and after them those of the first look. */
  static float[][] planes(float[][] filters, FirstLook look, boolean layered) {
    List<float[]> planes = new ArrayList<>(List.of(filters));
    for (int k = 1; k < look.half().length; k++) {
      float[] shares = look.half()[k];
      IntStream.of(RADII)
          .parallel()
          .mapToObj(radius -> smooth(shares, look.halves(), radius))
          .forEachOrdered(planes::add);
      if (layered) {
        planes.addAll(LayerFilters.vertical(shares, look.halves()));
      }
    }
    return planes.toArray(float[][]::new);
  }

  private static float[] smooth(float[] shares, Halves halves, int radius) {
    return halves.whole(Box.smooth(shares, halves.halfWidth(), halves.halfHeight(), radius));
  }
}
