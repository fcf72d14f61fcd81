package io.kunan.engine.learn.detect.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Training rows as uninterrupted runs: no window may reach over the gap between two runs.
 *
 * @param runs each {@code [row][variable]}, at least one run with at least one row
 */
public record Runs(List<double[][]> runs) {
  public Runs {
    runs = runs.stream().filter(run -> run.length > 0).toList();
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("there are no rows to train on");
    }
  }

  /** Number of rows of all runs. */
  public int rows() {
    return runs.stream().mapToInt(run -> run.length).sum();
  }

  /** Number of variables. */
  public int variables() {
    return runs.getFirst()[0].length;
  }

  /** All rows, one run after the other. */
  public double[][] all() {
    return runs.stream().flatMap(Arrays::stream).toArray(double[][]::new);
  }

  /** What is left when the rows {@code from} to {@code to} (exclusive) are cut out. */
  public Runs without(int from, int to) {
    List<double[][]> left = new ArrayList<>();
    int start = 0;
    for (double[][] run : runs) {
      int end = start + run.length;
      left.add(part(run, start, start, Math.min(end, from)));
      left.add(part(run, start, Math.max(start, to), end));
      start = end;
    }
    return new Runs(left);
  }

  private static double[][] part(double[][] run, int start, int from, int to) {
    return from >= to ? new double[0][] : Arrays.copyOfRange(run, from - start, to - start);
  }
}
