package io.kunan.engine.vision.internal.image;

import io.kunan.engine.vision.GreyImage;
import io.kunan.engine.vision.ScaleBar;
import java.util.ArrayList;
import java.util.List;

/** Looks for level rectangles of one extreme brightness that stand out from their ground. */
public final class BarSearch {
  private static final float WHITE = 0.94f;
  private static final float BLACK = 0.06f;

  /** Shares of the picture's width between which a bar's length lies. */
  private static final double SHORTEST = 0.04;

  private static final double LONGEST = 0.7;

  /** A bar is at least so many times longer than thick. */
  private static final int SLENDER = 4;

  /** Share of the rows above and below that must not look like the bar. */
  private static final double FREE = 0.9;

  private final GreyImage picture;
  private final boolean white;

  private BarSearch(GreyImage picture, boolean white) {
    this.picture = picture;
    this.white = white;
  }

  /** The bars, from the top. */
  public static List<ScaleBar> in(GreyImage picture) {
    List<ScaleBar> bars = new ArrayList<>(new BarSearch(picture, true).bars());
    bars.addAll(new BarSearch(picture, false).bars());
    return bars;
  }

  private List<ScaleBar> bars() {
    List<ScaleBar> bars = new ArrayList<>();
    for (int y = 0; y < picture.height(); y++) {
      int x = 0;
      while (x < picture.width()) {
        int end = endOfRun(x, y);
        boolean fits =
            end - x >= SHORTEST * picture.width() && end - x <= LONGEST * picture.width();
        if (fits && !isRun(x, end, y - 1)) {
          addBar(bars, x, end, y);
        }
        x = Math.max(end, x + 1);
      }
    }
    return bars;
  }

  private void addBar(List<ScaleBar> bars, int x, int end, int y) {
    int below = y + 1;
    while (below < picture.height() && isRun(x, end, below)) {
      below++;
    }
    int thickness = below - y;
    boolean slender = thickness >= 2 && thickness * SLENDER <= end - x;
    if (slender && isFree(x, end, y - 1) && isFree(x, end, below)) {
      bars.add(new ScaleBar(x, y, end - x, thickness));
    }
  }

  private boolean isBar(int x, int y) {
    return white ? picture.at(x, y) >= WHITE : picture.at(x, y) <= BLACK;
  }

  /** First column from x on that is no bar. */
  private int endOfRun(int x, int y) {
    int end = x;
    while (end < picture.width() && isBar(end, y)) {
      end++;
    }
    return end;
  }

  /** Whether a row has the same run, give or take a pixel at its ends. */
  private boolean isRun(int x, int end, int y) {
    if (y < 0) {
      return false;
    }
    for (int at = x + 1; at < end - 1; at++) {
      if (!isBar(at, y)) {
        return false;
      }
    }
    boolean startsThere = x < 2 || !isBar(x - 2, y);
    return startsThere && (end + 1 >= picture.width() || !isBar(end + 1, y));
  }

  private boolean isFree(int x, int end, int y) {
    if (y < 0 || y >= picture.height()) {
      return false;
    }
    int free = 0;
    for (int at = x; at < end; at++) {
      free += isBar(at, y) ? 0 : 1;
    }
    return free >= FREE * (end - x);
  }
}
