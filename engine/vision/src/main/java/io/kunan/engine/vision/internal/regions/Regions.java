package io.kunan.engine.vision.internal.regions;

import io.kunan.engine.vision.LabelImage;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The connected regions of some classes, kept as runs of pixels along rows, so that memory follows
 * the number of runs and not of pixels. Regions are numbered in the order of their first pixel.
 */
public final class Regions {
  private final int width;
  private final int height;
  private final RunList runs;
  private final int[] order;
  private final int[] starts;

  private Regions(LabelImage image, RunList runs, int[] order, int[] starts) {
    this.width = image.width();
    this.height = image.height();
    this.runs = runs;
    this.order = order;
    this.starts = starts;
  }

  /**
   * Finds the regions.
   *
   * @param member which class numbers belong to them
   * @param diagonal whether pixels that touch at a corner only hang together
   */
  public static Regions of(LabelImage image, IntPredicate member, boolean diagonal) {
    RunList runs = RunList.of(image, member);
    int[] regionOf = runs.joined(diagonal ? 1 : 0);
    int[] number = new int[runs.size()];
    Arrays.fill(number, -1);
    int count = 0;
    int[] sizes = new int[runs.size() + 1];
    for (int run = 0; run < runs.size(); run++) {
      int root = regionOf[run];
      if (number[root] < 0) {
        number[root] = count++;
      }
      sizes[number[root] + 1]++;
    }
    int[] starts = Arrays.copyOf(sizes, count + 1);
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] order = new int[runs.size()];
    for (int run = 0; run < runs.size(); run++) {
      order[next[number[regionOf[run]]]++] = run;
    }
    return new Regions(image, runs, order, starts);
  }

  public int size() {
    return starts.length - 1;
  }

  public PixelRegion get(int region) {
    return new PixelRegion(this, starts[region], starts[region + 1]);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int row(int at) {
    return runs.row(order[at]);
  }

  int from(int at) {
    return runs.from(order[at]);
  }

  int to(int at) {
    return runs.to(order[at]);
  }
}
