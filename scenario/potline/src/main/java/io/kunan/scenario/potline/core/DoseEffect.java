package io.kunan.scenario.potline.core;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a change of dose did to the bath temperature: the pot's own change less that of like pots
 * whose dose stayed (difference in differences). Like pots were as hot and as rich in AlF3 before
 * the decision: a pot that is far off comes back by itself, and so do they.
 *
 * <p>The interval is that of a placebo test: how far the change of each like pot lies from that of
 * the others, though nothing was decided for it.
 *
 * @param peers like pots compared with
 * @param peersChange their mean change, °C
 * @param effect °C
 * @param low lower end of the 80 % interval, °C
 * @param high upper end, °C
 */
public record DoseEffect(int peers, double peersChange, double effect, double low, double high) {
  /** A dose that moved less than this was left alone, kg/d. */
  static final double LEFT_ALONE = 6;

  /** Fewer like pots tell nothing of chance. */
  public static final int LEAST_PEERS = 8;

  private static final int MOST_PEERS = 20;
  private static final double TAIL = 0.1;

  /** Measures one pot against others without a decision; empty when too few are like it. */
  public static Optional<DoseEffect> measure(DoseCourse treated, List<DoseCourse> others) {
    List<DoseCourse> alone =
        others.stream()
            .filter(DoseCourse::isMeasured)
            .filter(pot -> Math.abs(pot.doseChange()) < LEFT_ALONE)
            .toList();
    if (!treated.isMeasured() || alone.size() < LEAST_PEERS) {
      return Optional.empty();
    }
    double degrees = spread(alone.stream().mapToDouble(DoseCourse::temperatureBefore).toArray());
    double percent = spread(alone.stream().mapToDouble(DoseCourse::excessBefore).toArray());
    double[] changes =
        alone.stream()
            .sorted(Comparator.comparingDouble(pot -> distance(pot, treated, degrees, percent)))
            .limit(MOST_PEERS)
            .mapToDouble(DoseCourse::temperatureChange)
            .toArray();
    return Optional.of(compare(treated.temperatureChange(), changes));
  }

  private static DoseEffect compare(double change, double[] peers) {
    double mean = Arrays.stream(peers).average().orElseThrow();
    // the mean of the others, without the pot itself
    double alone = peers.length / (peers.length - 1.0);
    double[] placebo = Arrays.stream(peers).map(peer -> (peer - mean) * alone).sorted().toArray();
    double effect = change - mean;
    return new DoseEffect(
        peers.length,
        mean,
        effect,
        effect - quantile(placebo, 1 - TAIL),
        effect - quantile(placebo, TAIL));
  }

  private static double distance(DoseCourse pot, DoseCourse to, double degrees, double percent) {
    double hot = (pot.temperatureBefore() - to.temperatureBefore()) / degrees;
    double rich = (pot.excessBefore() - to.excessBefore()) / percent;
    return Math.hypot(hot, rich);
  }

  /** Standard deviation, or 1 where all are equal. */
  private static double spread(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double deviation = Math.sqrt(squares / values.length);
    return deviation > 0 ? deviation : 1;
  }

  /** Of sorted values, on the line between its neighbours. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
