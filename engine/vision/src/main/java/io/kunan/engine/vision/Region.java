package io.kunan.engine.vision;

/**
 * A rectangle of pixels. Its corner may lie outside of an image where a filter needs a margin.
 *
 * @param x first column
 * @param y first row
 * @param width columns, 1 or more
 * @param height rows, 1 or more
 */
public record Region(int x, int y, int width, int height) {
  public Region {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a region of %d × %d pixels".formatted(width, height));
    }
  }

  /** The rectangle with a margin on all sides. */
  public Region grown(int margin) {
    return new Region(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
  }
}
