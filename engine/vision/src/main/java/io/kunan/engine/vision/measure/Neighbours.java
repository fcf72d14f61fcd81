package io.kunan.engine.vision.measure;

import io.kunan.engine.vision.internal.regions.Moments;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Distances from centre to nearest centre. */
final class Neighbours {
  private Neighbours() {}

  /** For each the distance to the nearest other in pixels, NaN for one alone. */
  static double[] distances(List<Moments> centres) {
    int[] byX =
        IntStream.range(0, centres.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> centres.get(i).centreX()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] distances = new double[byX.length];
    Arrays.fill(distances, Double.NaN);
    for (int at = 0; at < byX.length; at++) {
      double nearest = Math.min(search(centres, byX, at, 1), search(centres, byX, at, -1));
      distances[byX[at]] = nearest < Double.MAX_VALUE ? nearest : Double.NaN;
    }
    return distances;
  }

  /** Goes away from a centre along x until no nearer one can follow. */
  private static double search(List<Moments> centres, int[] byX, int at, int step) {
    Moments from = centres.get(byX[at]);
    double nearest = Double.MAX_VALUE;
    for (int other = at + step; other >= 0 && other < byX.length; other += step) {
      Moments to = centres.get(byX[other]);
      double dx = Math.abs(to.centreX() - from.centreX());
      if (dx >= nearest) {
        break;
      }
      nearest = Math.min(nearest, Math.hypot(dx, to.centreY() - from.centreY()));
    }
    return nearest;
  }
}
