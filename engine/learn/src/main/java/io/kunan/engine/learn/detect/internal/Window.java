package io.kunan.engine.learn.detect.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The short stretch of rows a statistic looks at: {@code lags} rows side by side (newest first),
 * each the mean of {@code mean} rows. At the start of a stream the oldest row stands in for those
 * before it.
 *
 * @param mean rows averaged, 1 for none
 * @param lags rows side by side, 1 for the newest only
 */
record Window(int mean, int lags) {
  Window {
    if (mean < 1 || lags < 1) {
      throw new IllegalArgumentException("a window of %d × %d rows".formatted(mean, lags));
    }
  }

  static Window lags(int lags) {
    return new Window(1, lags);
  }

  static Window mean(int rows) {
    return new Window(rows, 1);
  }

  /** The view of each row whose whole window lies within its run; all rows of too short runs. */
  double[][] views(Runs runs) {
    List<double[]> views = new ArrayList<>();
    int reach = mean + lags - 2;
    for (double[][] run : runs.runs()) {
      Memory memory = new Memory();
      for (int i = 0; i < run.length; i++) {
        double[] view = memory.next(run[i]);
        if (i >= Math.min(reach, run.length / 2)) {
          views.add(view);
        }
      }
    }
    return views.toArray(double[][]::new);
  }

  /** The rows a stream has shown so far, as far back as the window reaches. */
  final class Memory {
    private final double[][] newest = new double[mean][];
    private final double[][] means = new double[lags][];
    private int seen;

    /** Takes a row, gives the view at it. */
    double[] next(double[] row) {
      newest[seen % mean] = row;
      double[] average = average(row.length);
      if (seen == 0) {
        Arrays.fill(means, average);
      }
      means[seen % lags] = average;
      double[] view = new double[lags * row.length];
      for (int lag = 0; lag < lags; lag++) {
        double[] past = means[Math.floorMod(seen - lag, lags)];
        System.arraycopy(past, 0, view, lag * row.length, row.length);
      }
      seen++;
      return view;
    }

    private double[] average(int variables) {
      int count = Math.min(seen + 1, mean);
      double[] average = new double[variables];
      for (int i = 0; i < count; i++) {
        for (int v = 0; v < variables; v++) {
          average[v] += newest[i][v] / count;
        }
      }
      return average;
    }
  }
}
