package io.kunan.engine.vision.internal.regions;

import io.kunan.engine.vision.LabelImage;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The runs of member pixels of all rows, from the top left. */
final class RunList {
  private int[] rows = new int[1_024];
  private int[] from = new int[1_024];
  private int[] to = new int[1_024];
  private int size;

  private RunList() {}

  static RunList of(LabelImage image, IntPredicate member) {
    boolean[] members = new boolean[256];
    for (int number = 0; number < members.length; number++) {
      members[number] = member.test(number);
    }
    RunList runs = new RunList();
    byte[] classes = image.classes();
    for (int y = 0; y < image.height(); y++) {
      int end = (y + 1) * image.width();
      int at = y * image.width();
      while (at < end) {
        if (!members[classes[at] & 0xFF]) {
          at++;
          continue;
        }
        int first = at;
        while (at < end && members[classes[at] & 0xFF]) {
          at++;
        }
        runs.add(y, first - y * image.width(), at - y * image.width());
      }
    }
    return runs;
  }

  private void add(int row, int first, int end) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      from = Arrays.copyOf(from, 2 * size);
      to = Arrays.copyOf(to, 2 * size);
    }
    rows[size] = row;
    from[size] = first;
    to[size] = end;
    size++;
  }

  int size() {
    return size;
  }

  int row(int run) {
    return rows[run];
  }

  int from(int run) {
    return from[run];
  }

  /** The column after the last one of a run. */
  int to(int run) {
    return to[run];
  }

  /**
   * For each run the first run of its region.
   *
   * @param reach 1 when runs that touch at a corner hang together, 0 when not
   */
  int[] joined(int reach) {
    int[] parents = new int[size];
    Arrays.setAll(parents, run -> run);
    int above = 0;
    for (int run = 0; run < size; run++) {
      while (above < run
          && (rows[above] < rows[run] - 1
              || (rows[above] == rows[run] - 1 && to[above] + reach <= from[run]))) {
        above++;
      }
      for (int other = above;
          other < run && rows[other] == rows[run] - 1 && from[other] < to[run] + reach;
          other++) {
        unite(parents, other, run);
      }
    }
    for (int run = 0; run < size; run++) {
      parents[run] = root(parents, run);
    }
    return parents;
  }

  private static void unite(int[] parents, int one, int other) {
    int a = root(parents, one);
    int b = root(parents, other);
    parents[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] parents, int run) {
    int at = run;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }
}
