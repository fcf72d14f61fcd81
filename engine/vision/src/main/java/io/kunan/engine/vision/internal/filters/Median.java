package io.kunan.engine.vision.internal.filters;

import io.kunan.engine.vision.GreyImage;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Takes single false pixels out of an image and keeps edges sharp. */
public final class Median {
  private Median() {}

  /** The middle value of the square of side 2·radius + 1 around each pixel; edges repeat. */
  public static GreyImage filter(GreyImage image, int radius) {
    float[] out = new float[image.values().length];
    IntStream.range(0, image.height()).parallel().forEach(y -> row(image, y, radius, out));
    return new GreyImage(image.width(), image.height(), out);
  }

  private static void row(GreyImage image, int y, int radius, float[] out) {
    int side = 2 * radius + 1;
    float[] window = new float[side * side];
    for (int x = 0; x < image.width(); x++) {
      int n = 0;
      for (int dy = -radius; dy <= radius; dy++) {
        int row = Math.clamp(y + dy, 0, image.height() - 1);
        for (int dx = -radius; dx <= radius; dx++) {
          window[n++] = image.at(Math.clamp(x + dx, 0, image.width() - 1), row);
        }
      }
      Arrays.sort(window);
      out[y * image.width() + x] = window[n / 2];
    }
  }
}
