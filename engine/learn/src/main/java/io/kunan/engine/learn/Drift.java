package io.kunan.engine.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far the inputs of a model have moved away from its training rows: the population stability
 * index over tenths of the training rows, and the Kolmogorov–Smirnov distance.
 */
public final class Drift {
  /** Index from which an input is worth watching (customary). */
  public static final double WATCH = 0.1;

  /** Index from which a model should be learned again (customary). */
  public static final double ACT = 0.2;

  private static final int TENTHS = 10;
  private static final int RANKS = 200;
  private static final double FALSE_ALARMS = 0.01;

  private final List<Reference> references;

  /**
   * One input over the training rows.
   *
   * @param ranks {@value #RANKS} + 1 values that part the training rows evenly, rising
   * @param rows training rows in which it was not missing
   * @param missing share of the training rows in which it was missing
   */
  @SuppressWarnings("ArrayRecordComponent") // hundreds of numbers
  public record Reference(String input, double[] ranks, int rows, double missing) {}

  /** What to do about an input. */
  public enum Level {
    STEADY,
    WATCH,
    ACT
  }

  /**
   * One input, recent rows against the training rows.
   *
   * @param psi population stability index over tenths of the values; missing cells add to it when
   *     there are more of them than in training
   * @param ks largest distance between the two distribution functions, 0–1
   * @param ksLimit distance that independent rows exceed in one of a hundred cases, whichever input
   *     (Bonferroni); neighbouring rows are alike, so it is a hint only
   */
  public record FeatureDrift(String input, double psi, double ks, double ksLimit, Level level) {}

  public Drift(List<Reference> references) {
    this.references = List.copyOf(references);
  }

  public List<Reference> references() {
    return references;
  }

  /**
   * The inputs as they were over the training rows.
   *
   * @param rows inputs of each row; NaN where one is missing
   */
  public static Drift of(List<float[]> rows, List<String> inputs) {
    return new Drift(
        IntStream.range(0, inputs.size())
            .mapToObj(column -> reference(inputs.get(column), column(rows, column), rows.size()))
            .toList());
  }

  /** Compares recent rows, each in the order of the references. */
  public List<FeatureDrift> compare(List<float[]> recent) {
    List<FeatureDrift> drifts = new ArrayList<>();
    for (int input = 0; input < references.size(); input++) {
      drifts.add(compare(references.get(input), column(recent, input), recent.size()));
    }
    return drifts;
  }

  private FeatureDrift compare(Reference reference, double[] sorted, int rows) {
    double psi = stability(reference, sorted, rows);
    double limit =
        Math.sqrt(-Math.log(FALSE_ALARMS / references.size() / 2) / 2)
            * Math.sqrt(1.0 / Math.max(1, reference.rows) + 1.0 / Math.max(1, sorted.length));
    Level level = psi >= ACT ? Level.ACT : psi >= WATCH ? Level.WATCH : Level.STEADY;
    return new FeatureDrift(
        reference.input, psi, distance(reference, sorted), Math.min(1, limit), level);
  }

  private static double stability(Reference reference, double[] sorted, int rows) {
    if (rows == 0) {
      return 0;
    }
    double missing = 1 - sorted.length / (double) rows;
    // The first training rows had no yesterday: that less is missing now is no drift.
    double psi = missing > reference.missing ? index(reference.missing, missing, rows) : 0;
    if (sorted.length == 0) {
      return psi;
    }
    double expectedBelow = 0;
    double actualBelow = 0;
    for (int tenth = 1; tenth <= TENTHS; tenth++) {
      double cut = reference.rows == 0 ? 0 : reference.ranks[tenth * RANKS / TENTHS];
      boolean last = tenth == TENTHS;
      double expected = last ? 1 : shareUpTo(reference.ranks, cut);
      double actual = last ? 1 : shareUpTo(sorted, cut);
      psi += index(expected - expectedBelow, actual - actualBelow, rows);
      expectedBelow = expected;
      actualBelow = actual;
    }
    return psi;
  }

  private static double index(double expected, double actual, int rows) {
    // Half a row stands in for an empty class, so that the logarithm exists.
    double least = 0.5 / Math.max(rows, RANKS);
    double e = Math.max(least, expected);
    double a = Math.max(least, actual);
    return expected <= 0 && actual <= 0 ? 0 : (a - e) * Math.log(a / e);
  }

  private static double distance(Reference reference, double[] sorted) {
    if (sorted.length == 0 || reference.rows == 0) {
      return 0;
    }
    double most = 0;
    for (double value : reference.ranks) {
      most = Math.max(most, Math.abs(shareUpTo(reference.ranks, value) - shareUpTo(sorted, value)));
    }
    for (double value : sorted) {
      most = Math.max(most, Math.abs(shareUpTo(reference.ranks, value) - shareUpTo(sorted, value)));
    }
    return most;
  }

  private static double shareUpTo(double[] sorted, double value) {
    if (sorted.length == 0) {
      return 0;
    }
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low / (double) sorted.length;
  }

  private static Reference reference(String input, double[] sorted, int rows) {
    double[] ranks = new double[RANKS + 1];
    for (int rank = 0; rank <= RANKS && sorted.length > 0; rank++) {
      ranks[rank] = sorted[(int) ((long) rank * (sorted.length - 1) / RANKS)];
    }
    return new Reference(
        input, ranks, sorted.length, rows == 0 ? 0 : 1 - sorted.length / (double) rows);
  }

  private static double[] column(List<float[]> rows, int column) {
    return rows.stream()
        .mapToDouble(row -> row[column])
        .filter(value -> !Double.isNaN(value))
        .sorted()
        .toArray();
  }
}
