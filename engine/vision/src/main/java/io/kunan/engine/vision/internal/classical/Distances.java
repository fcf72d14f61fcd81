package io.kunan.engine.vision.internal.classical;

import io.kunan.engine.vision.LabelImage;

/** Distance of each pixel of class 1 to the nearest other, by chamfers (G. Borgefors, 1986). */
final class Distances {
  private static final float DIAGONAL = 1.3507f;
  private static final float STRAIGHT = 0.9551f;

  private Distances() {}

  static float[] inside(LabelImage mask) {
    int width = mask.width();
    int height = mask.height();
    float[] distance = new float[width * height];
    for (int i = 0; i < distance.length; i++) {
      distance[i] = mask.at(i) == 1 ? Float.MAX_VALUE / 2 : 0;
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        nearer(distance, width, height, x, y, -1);
      }
    }
    for (int y = height - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        nearer(distance, width, height, x, y, 1);
      }
    }
    return distance;
  }

  /** Against the four neighbours a pass has seen; beyond the field there is none. */
  private static void nearer(float[] distance, int width, int height, int x, int y, int step) {
    int at = y * width + x;
    float best = distance[at];
    boolean row = y + step >= 0 && y + step < height;
    if (x + step >= 0 && x + step < width) {
      best = Math.min(best, distance[at + step] + STRAIGHT);
    }
    for (int dx = -1; row && dx <= 1; dx++) {
      if (x + dx >= 0 && x + dx < width) {
        float cost = dx == 0 ? STRAIGHT : DIAGONAL;
        best = Math.min(best, distance[at + step * width + dx] + cost);
      }
    }
    distance[at] = best;
  }
}
