package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.LabelImage;

/** Straight test lines over a field in four directions, and the boundaries they meet. */
final class TestLines {
  private final LabelImage field;
  private final int boundary;
  private double length;
  private double met;

  private TestLines(LabelImage field, int boundary) {
    this.field = field;
    this.boundary = boundary;
  }

  /** Rows, columns and both diagonals, {@code spacing} pixels apart along the field's edges. */
  static TestLines over(LabelImage field, int boundary, int spacing) {
    TestLines lines = new TestLines(field, boundary);
    for (int y = spacing / 2; y < field.height(); y += spacing) {
      lines.walk(0, y, 1, 0);
      lines.walk(0, y, 1, 1);
      lines.walk(0, y, 1, -1);
    }
    for (int x = spacing / 2; x < field.width(); x += spacing) {
      lines.walk(x, 0, 0, 1);
      lines.walk(x, 0, 1, 1);
      lines.walk(x, field.height() - 1, 1, -1);
    }
    return lines;
  }

  /** Length of all lines, in pixels. */
  double length() {
    return length;
  }

  /** Boundaries met; one on which a line ends counts half. */
  double met() {
    return met;
  }

  private void walk(int fromX, int fromY, int dx, int dy) {
    double step = Math.hypot(dx, dy);
    boolean on = false;
    int x = fromX;
    int y = fromY;
    while (x < field.width() && y >= 0 && y < field.height()) {
      boolean is = field.at(x, y) == boundary;
      if (is && !on) {
        met += x == fromX && y == fromY ? 0.5 : 1;
      }
      on = is;
      length += step;
      x += dx;
      y += dy;
    }
    met -= on ? 0.5 : 0;
  }
}
