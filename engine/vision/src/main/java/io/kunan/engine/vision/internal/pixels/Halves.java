package io.kunan.engine.vision.internal.pixels;

import io.kunan.engine.vision.GreyImage;

/**
 * A picture and the same at half its size, which has every second pixel of every second row.
 *
 * @param width pixels across of the whole picture
 * @param height pixels down of the whole picture
 */
record Halves(int width, int height) {
  int halfWidth() {
    return Math.ceilDiv(width, 2);
  }

  int halfHeight() {
    return Math.ceilDiv(height, 2);
  }

  /** Where the pixels of the half picture stand in the whole one. */
  int[] pixels() {
    int[] pixels = new int[halfWidth() * halfHeight()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i / halfWidth() * 2 * width + i % halfWidth() * 2;
    }
    return pixels;
  }

  /** A picture at half its size; smooth it before by a pixel or more. */
  GreyImage half(float[] whole) {
    float[] half = new float[halfWidth() * halfHeight()];
    for (int y = 0; y < halfHeight(); y++) {
      for (int x = 0; x < halfWidth(); x++) {
        half[y * halfWidth() + x] = whole[2 * y * width + 2 * x];
      }
    }
    return new GreyImage(halfWidth(), halfHeight(), half);
  }

  /** A plane of the whole picture from one of the half picture, straight lines between pixels. */
  float[] whole(float[] half) {
    float[] whole = new float[width * height];
    float[] row = new float[halfWidth() + 1];
    for (int y = 0; y < height; y++) {
      int above = y / 2 * halfWidth();
      int below = Math.min(halfHeight() - 1, (y + 1) / 2) * halfWidth();
      for (int x = 0; x < halfWidth(); x++) {
        row[x] = (half[above + x] + half[below + x]) / 2;
      }
      row[halfWidth()] = row[halfWidth() - 1];
      for (int x = 0; x < width; x++) {
        whole[y * width + x] = (row[x / 2] + row[(x + 1) / 2]) / 2;
      }
    }
    return whole;
  }
}
