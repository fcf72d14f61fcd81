package io.kunan.engine.vision.internal.regions;

import java.util.ArrayList;
import java.util.List;

/**
 * The outer outline of a region along the edges of its pixels, clockwise, as the list of its
 * corners.
 */
public final class Outline {
  private static final int[] STEP_X = {1, 0, -1, 0}; // east, south, west, north
  private static final int[] STEP_Y = {0, 1, 0, -1};

  /** Column and row of the pixels ahead on the left and on the right, relative to a vertex. */
  private static final int[] LEFT_X = {0, 0, -1, -1};

  private static final int[] LEFT_Y = {-1, 0, 0, -1};
  private static final int[] RIGHT_X = {0, -1, -1, 0};
  private static final int[] RIGHT_Y = {0, 0, -1, -1};

  private final List<Corner> corners;

  /** A corner of the pixel grid. */
  record Corner(int x, int y) {
    double distance(Corner other) {
      return Math.hypot(x - (double) other.x, y - (double) other.y);
    }
  }

  private Outline(List<Corner> corners) {
    this.corners = corners;
  }

  /** Follows the outline from the top left corner of the region's first pixel. */
  static Outline trace(Mask mask, int firstX, int firstY, boolean diagonal) {
    List<Corner> corners = new ArrayList<>();
    int x = firstX;
    int y = firstY;
    int heading = 0;
    do {
      x += STEP_X[heading];
      y += STEP_Y[heading];
      boolean left = mask.has(x + LEFT_X[heading], y + LEFT_Y[heading]);
      boolean right = mask.has(x + RIGHT_X[heading], y + RIGHT_Y[heading]);
      int turn = turn(left, right, diagonal);
      if (turn != 0) {
        corners.add(new Corner(x, y));
        heading = (heading + turn) & 3;
      }
    } while (x != firstX || y != firstY || heading != 0);
    return new Outline(corners);
  }

  /** 3 quarter turns to the right are one to the left. */
  private static int turn(boolean left, boolean right, boolean diagonal) {
    if (left && (right || diagonal)) {
      return 3;
    }
    return right ? 0 : 1;
  }

  /**
   * Length in pixels. A staircase is cut by diagonals, one for each corner whose neighbour was not
   * cut already: the rule of ImageJ's traced outlines, so that circularities compare.
   */
  public double length() {
    double length = 0;
    boolean cut = false;
    int cuts = 0;
    Corner last = corners.getLast();
    for (Corner corner : corners) {
      double side = last.distance(corner);
      length += side;
      cut = side > 1 || !cut;
      cuts += cut ? 1 : 0;
      last = corner;
    }
    return length - cuts * (2 - Math.sqrt(2));
  }

  public Hull hull() {
    return Hull.of(corners);
  }
}
