package io.kunan.engine.learn.detect.internal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Root mean square distance to the nearest training windows, within the plane of the principal
 * components. Knows several states of operation, where one covariance would blur them.
 */
@SuppressWarnings("ArrayRecordComponent") // private to the statistics, never changed after the fit
record NeighbourStatistic(
    Scaling scaling,
    Window window,
    double[] mean,
    double[][] basis,
    double[][] references,
    int count)
    implements Statistic {
  /** More training windows than these are thinned evenly: the search is linear in them. */
  static final int REFERENCE_LIMIT = 4000;

  static NeighbourStatistic of(
      Scaling scaling,
      Window window,
      double[] mean,
      double[][] basis,
      double[][] views,
      int count) {
    double[][] kept = thin(views);
    double[][] references = new double[kept.length][];
    for (int i = 0; i < kept.length; i++) {
      references[i] = project(basis, mean, kept[i]);
    }
    return new NeighbourStatistic(
        scaling, window, mean, basis, references, Math.min(count, references.length));
  }

  static double[][] thin(double[][] views) {
    if (views.length <= REFERENCE_LIMIT) {
      return views;
    }
    double[][] kept = new double[REFERENCE_LIMIT][];
    for (int i = 0; i < REFERENCE_LIMIT; i++) {
      kept[i] = views[(int) ((long) i * views.length / REFERENCE_LIMIT)];
    }
    return kept;
  }

  private static double[] project(double[][] basis, double[] mean, double[] view) {
    double[] projected = new double[basis.length];
    for (int k = 0; k < basis.length; k++) {
      for (int j = 0; j < mean.length; j++) {
        projected[k] += basis[k][j] * (view[j] - mean[j]);
      }
    }
    return projected;
  }

  @Override
  public Scorer scorer() {
    Window.Memory memory = window.new Memory();
    return (row, parts) -> score(memory.next(scaling.apply(row)), parts);
  }

  private double score(double[] view, double[] parts) {
    double[] place = project(basis, mean, view);
    double[] nearest = new double[count]; // sorted squared distances
    int[] which = new int[count];
    Arrays.fill(nearest, Double.POSITIVE_INFINITY);
    for (int r = 0; r < references.length; r++) {
      double distance = squaredDistance(place, references[r], nearest[count - 1]);
      int at = count - 1;
      if (distance < nearest[at]) {
        while (at > 0 && nearest[at - 1] > distance) {
          nearest[at] = nearest[at - 1];
          which[at] = which[at - 1];
          at--;
        }
        nearest[at] = distance;
        which[at] = r;
      }
    }
    double statistic = Math.sqrt(Arrays.stream(nearest).sum() / count);
    if (parts.length > 0) {
      split(place, which, statistic, parts);
    }
    return statistic;
  }

  /** Stops counting once it is farther than the farthest neighbour so far. */
  private static double squaredDistance(double[] a, double[] b, double enough) {
    double sum = 0;
    for (int k = 0; k < a.length && sum < enough; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }

  /** Shares the statistic by the way from the middle of the neighbours to the view. */
  private void split(double[] place, int[] which, double statistic, double[] parts) {
    double[] way = place.clone();
    for (int neighbour : which) {
      for (int k = 0; k < way.length; k++) {
        way[k] -= references[neighbour][k] / count;
      }
    }
    Arrays.fill(parts, 0);
    for (int j = 0; j < mean.length; j++) {
      double difference = 0;
      for (int k = 0; k < way.length; k++) {
        difference += basis[k][j] * way[k];
      }
      parts[j % parts.length] += difference * difference;
    }
    Parts.scaleTo(statistic, parts);
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeByte(StatisticCodec.NEIGHBOUR);
    scaling.write(out);
    StatisticCodec.write(out, window);
    StatisticCodec.write(out, mean);
    StatisticCodec.write(out, basis);
    StatisticCodec.write(out, references);
    out.writeInt(count);
  }

  static NeighbourStatistic read(DataInput in) throws IOException {
    return new NeighbourStatistic(
        Scaling.read(in),
        StatisticCodec.readWindow(in),
        StatisticCodec.readVector(in),
        StatisticCodec.readMatrix(in),
        StatisticCodec.readMatrix(in),
        in.readInt());
  }
}
