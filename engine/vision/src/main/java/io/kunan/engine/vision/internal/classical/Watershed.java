package io.kunan.engine.vision.internal.classical;

import io.kunan.engine.vision.LabelImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts objects that touch: each hill of the distance to the matrix becomes an object of its own,
 * when it rises enough above the saddle to a higher one. Flooding level by level (L. Vincent and P.
 * Soille, IEEE TPAMI 13, 1991).
 */
final class Watershed {
  /** A hill's height above its saddle, pixels of distance. */
  private static final float RISE = 1.5f;

  private static final int NONE = 0;
  private static final int LINE = -1;

  private final int width;
  private final int height;
  private final float[] distance;
  private final int[] basin;
  private final List<Float> peaks = new ArrayList<>(List.of(0f));
  private final List<Integer> joined = new ArrayList<>(List.of(0));

  private Watershed(LabelImage mask) {
    this.width = mask.width();
    this.height = mask.height();
    this.distance = Distances.inside(mask);
    this.basin = new int[distance.length];
  }

  /** Takes the lines between touching objects of class 1 out of a mask, in place. */
  static void part(LabelImage mask) {
    Watershed watershed = new Watershed(mask);
    watershed.flood();
    for (int i = 0; i < watershed.basin.length; i++) {
      if (watershed.basin[i] == LINE) {
        mask.classes()[i] = 0;
      }
    }
  }

  /** From the highest pixel down. */
  private void flood() {
    int[] order = order();
    for (int pixel : order) {
      take(pixel);
    }
  }

  private int[] order() {
    float most = 0;
    for (float d : distance) {
      most = Math.max(most, d);
    }
    // tenths of a pixel are fine enough, and a counting sort keeps the order of equals
    int levels = (int) (10 * most) + 2;
    int[] starts = new int[levels + 1];
    for (float d : distance) {
      starts[levels - 1 - (int) (10 * d) + 1] += d > 0 ? 1 : 0;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] order = new int[starts[levels]];
    for (int pixel = 0; pixel < distance.length; pixel++) {
      if (distance[pixel] > 0) {
        order[starts[levels - 1 - (int) (10 * distance[pixel])]++] = pixel;
      }
    }
    return order;
  }

  private void take(int pixel) {
    ArrayDeque<Integer> around = new ArrayDeque<>(4);
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int x = pixel % width + dx;
        int y = pixel / width + dy;
        if (x >= 0 && x < width && y >= 0 && y < height && basin[y * width + x] > NONE) {
          int root = root(basin[y * width + x]);
          if (!around.contains(root)) {
            around.add(root);
          }
        }
      }
    }
    if (around.isEmpty()) {
      basin[pixel] = peaks.size();
      peaks.add(distance[pixel]);
      joined.add(basin[pixel]);
      return;
    }
    int highest = around.peek();
    for (int root : around) {
      highest = peaks.get(root) > peaks.get(highest) ? root : highest;
    }
    boolean apart = false;
    for (int root : around) {
      if (root != highest && peaks.get(root) - distance[pixel] < RISE) {
        joined.set(root, highest);
      } else if (root != highest) {
        apart = true;
      }
    }
    basin[pixel] = apart ? LINE : highest;
  }

  private int root(int number) {
    int at = number;
    while (joined.get(at) != at) {
      at = joined.get(at);
    }
    return at;
  }
}
