package io.kunan.engine.learn.detect;

/**
 * Puts something sensible in place of missing cells of one stream of rows: the last value for a
 * while, then the training mean, which neither raises nor hides an alarm of the other variables.
 */
final class GapFiller {
  /** Rows a value is held. */
  private static final int HELD = 10;

  private final double[] means;
  private final double[] last;
  private final int[] age;

  GapFiller(double[] means) {
    this.means = means;
    last = means.clone();
    age = new int[means.length];
  }

  double[] fill(double[] row) {
    double[] filled = new double[row.length];
    for (int v = 0; v < row.length; v++) {
      if (Double.isFinite(row[v])) {
        last[v] = row[v];
        age[v] = 0;
      } else {
        age[v]++;
      }
      filled[v] = age[v] > HELD ? means[v] : last[v];
    }
    return filled;
  }

  /** Whether a row has no cell at all. */
  static boolean isEmpty(double[] row) {
    for (double value : row) {
      if (Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
