package io.kunan.engine.vision.internal.regions;

import java.util.BitSet;

/** The pixels of one region inside its bounding box. */
final class Mask {
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final BitSet pixels;

  Mask(int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    this.pixels = new BitSet(width * height);
  }

  void set(int row, int from, int to) {
    int start = (row - top) * width - left;
    pixels.set(start + from, start + to);
  }

  boolean has(int x, int y) {
    int column = x - left;
    int row = y - top;
    return column >= 0
        && column < width
        && row >= 0
        && row < height
        && pixels.get(row * width + column);
  }
}
