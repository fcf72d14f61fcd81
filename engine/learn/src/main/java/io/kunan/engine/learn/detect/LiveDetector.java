package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.Statistic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One stream of rows under watch: take each row as it arrives, in time order. Holds the short
 * memory (lags, smoothing, persistence) of that stream; not for several threads at once.
 */
public final class LiveDetector {
  private final Detector detector;
  private final List<Statistic.Scorer> scorers;
  private final GapFiller filler;
  private final PersistenceRule.Latch latch;
  private final double[] shares;
  private final boolean explaining;
  private double level;
  private boolean alarm;

  LiveDetector(Detector detector, boolean explaining) {
    this.detector = detector;
    scorers = detector.statistics().stream().map(Statistic::scorer).toList();
    filler = new GapFiller(detector.means());
    latch = detector.settings().persistence().latch();
    shares = new double[detector.variables().size()];
    this.explaining = explaining;
  }

  /**
   * Takes the next row.
   *
   * @param row one value for each of {@link Detector#variables()}, NaN where missing; a row without
   *     any value changes nothing
   */
  public RowVerdict next(double[] row) {
    if (row.length != shares.length) {
      throw new IllegalArgumentException(
          "%d values for %d variables".formatted(row.length, shares.length));
    }
    if (!GapFiller.isEmpty(row)) {
      double smoothing = detector.settings().smoothing();
      level += smoothing * (scaled(filler.fill(row), smoothing) - level);
      alarm = latch.next(level > detector.limit());
    }
    return new RowVerdict(level, detector.limit(), alarm);
  }

  /** Which variables the statistic of the last rows comes from, largest share first. */
  public List<Contribution> contributions() {
    double sum = Arrays.stream(shares).sum();
    List<Contribution> contributions = new ArrayList<>();
    for (int v = 0; v < shares.length; v++) {
      contributions.add(
          new Contribution(detector.variables().get(v), sum > 0 ? shares[v] / sum : 0));
    }
    contributions.sort(Comparator.comparingDouble(Contribution::share).reversed());
    return contributions;
  }

  /**
   * The mean of the statistics on their common scale; the shares follow with the same smoothing.
   */
  private double scaled(double[] filled, double smoothing) {
    double[] parts = explaining ? new double[shares.length] : Statistic.Scorer.UNASKED;
    double[] newest = new double[parts.length];
    double mean = 0;
    for (int s = 0; s < scorers.size(); s++) {
      double statistic = scorers.get(s).next(filled, parts);
      mean += detector.calibration().scale(s, statistic) / scorers.size();
      for (int v = 0; v < parts.length; v++) {
        newest[v] += statistic > 0 ? parts[v] / statistic / scorers.size() : 0;
      }
    }
    for (int v = 0; v < newest.length; v++) {
      shares[v] += smoothing * (newest[v] - shares[v]);
    }
    return mean;
  }
}
