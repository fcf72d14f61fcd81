package io.kunan.engine.vision.internal.regions;

import java.util.function.IntConsumer;

/** One connected region: a view of its runs. */
public final class PixelRegion {
  private final Regions all;
  private final int first;
  private final int end;

  PixelRegion(Regions all, int first, int end) {
    this.all = all;
    this.first = first;
    this.end = end;
  }

  /** Pixels of the region. */
  public int area() {
    int area = 0;
    for (int at = first; at < end; at++) {
      area += all.to(at) - all.from(at);
    }
    return area;
  }

  /** Column of the first pixel from the top left. */
  public int firstX() {
    return all.from(first);
  }

  public int firstY() {
    return all.row(first);
  }

  /** Whether it touches the left or right, or the top or bottom edge of the image. */
  public boolean touchesEdge() {
    return touches(true, true);
  }

  /** Whether it touches the right or the bottom edge: the forbidden lines of a counting frame. */
  public boolean touchesForbiddenLines() {
    return touches(false, true);
  }

  private boolean touches(boolean leading, boolean trailing) {
    for (int at = first; at < end; at++) {
      boolean lead = all.from(at) == 0 || all.row(at) == 0;
      boolean trail = all.to(at) == all.width() || all.row(at) == all.height() - 1;
      if ((leading && lead) || (trailing && trail)) {
        return true;
      }
    }
    return false;
  }

  /** Hands over the index of every pixel of the region in its image. */
  public void forEachPixel(IntConsumer pixel) {
    for (int at = first; at < end; at++) {
      int row = all.row(at) * all.width();
      for (int x = all.from(at); x < all.to(at); x++) {
        pixel.accept(row + x);
      }
    }
  }

  public Moments moments() {
    Moments moments = new Moments();
    for (int at = first; at < end; at++) {
      moments.add(all.row(at), all.from(at), all.to(at));
    }
    return moments;
  }

  /** The outer outline of the region. */
  public Outline outline(boolean diagonal) {
    int left = Integer.MAX_VALUE;
    int right = 0;
    for (int at = first; at < end; at++) {
      left = Math.min(left, all.from(at));
      right = Math.max(right, all.to(at));
    }
    int top = all.row(first);
    Mask mask = new Mask(left, top, right - left, all.row(end - 1) - top + 1);
    for (int at = first; at < end; at++) {
      mask.set(all.row(at), all.from(at), all.to(at));
    }
    return Outline.trace(mask, firstX(), firstY(), diagonal);
  }
}
