package io.kunan.engine.learn;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Keeps 10/90 % bands honest while the plant changes: rolling split-conformal calibration (Vovk et
 * al., Algorithmic Learning in a Random World, 2005; one side at a time as in Romano et al. 2019).
 *
 * <p>A forecast's own band says how uncertain this situation is compared with others; the errors of
 * the last two weeks say how wide that is in the target's unit. Errors are kept apart by the level
 * of the forecast, so that quiet hours do not flatter busy ones. Feed it each target when it has
 * arrived; the band of the next forecast then reaches as far as nine in ten errors did. Not for use
 * by several threads at once.
 */
public final class RollingBand {
  private static final double OUTSIDE = 0.1;
  private static final int ENOUGH = 40;
  private static final int MOST = 20_000;

  private final double[] levels;
  private final long memoryMicros;
  private final Deque<Miss> errors = new ArrayDeque<>();
  private final List<Ranking> below = new ArrayList<>();
  private final List<Ranking> above = new ArrayList<>();

  /**
   * How far a target lay from its forecast, in units of the forecast's own band.
   *
   * @param time of the target, microseconds UTC
   * @param group the forecast's level
   * @param below distance down; above 1 it fell out of the band, negative when the target was above
   * @param above distance up
   */
  public record Miss(long time, int group, double below, double above) {}

  /** A band around a middle forecast. */
  public record Band(double low, double high) {}

  /**
   * @param levels rising forecasts that part the groups; empty for one group
   * @param memoryMicros how long an error counts
   */
  public RollingBand(List<Double> levels, long memoryMicros) {
    this.levels = levels.stream().mapToDouble(Double::doubleValue).toArray();
    this.memoryMicros = memoryMicros;
    for (int group = 0; group <= levels.size() + 1; group++) {
      below.add(new Ranking());
      above.add(new Ranking());
    }
  }

  /** A band that goes on from saved errors. */
  public static RollingBand resume(
      List<Double> levels, long memoryMicros, Collection<Miss> errors) {
    RollingBand band = new RollingBand(levels, memoryMicros);
    errors.forEach(band::add);
    return band;
  }

  /** The errors that count now, oldest first. */
  public List<Miss> errors() {
    return List.copyOf(errors);
  }

  /**
   * Takes a target that has arrived. Times do not fall.
   *
   * @param lowReach how far the forecast's own band reached down, above 0
   * @param highReach how far up, above 0
   */
  public void observe(long time, double mid, double lowReach, double highReach, double actual) {
    if (Double.isNaN(actual) || Double.isNaN(mid)) {
      return;
    }
    add(new Miss(time, group(mid), (mid - actual) / lowReach, (actual - mid) / highReach));
  }

  /** The calibrated band; the forecast's own where too few errors are known. */
  public Band around(double mid, double lowReach, double highReach) {
    int group = group(mid);
    return new Band(mid - factor(below, group) * lowReach, mid + factor(above, group) * highReach);
  }

  private double factor(List<Ranking> side, int group) {
    Ranking own = side.get(group);
    Ranking ranking = own.size >= ENOUGH ? own : side.getLast();
    return ranking.size < ENOUGH ? 1 : Math.max(0, ranking.quantile(1 - OUTSIDE));
  }

  private void add(Miss error) {
    errors.addLast(error);
    rank(error, 1);
    while (errors.size() > MOST || errors.getFirst().time() < error.time() - memoryMicros) {
      rank(errors.removeFirst(), -1);
    }
  }

  private void rank(Miss error, int sign) {
    for (Ranking ranking : List.of(below.get(error.group()), below.getLast())) {
      ranking.change(error.below(), sign);
    }
    for (Ranking ranking : List.of(above.get(error.group()), above.getLast())) {
      ranking.change(error.above(), sign);
    }
  }

  private int group(double mid) {
    int group = 0;
    while (group < levels.length && mid > levels[group]) {
      group++;
    }
    return group;
  }

  /** Numbers kept in order. */
  private static final class Ranking {
    private double[] sorted = new double[256];
    private int size;

    void change(double value, int sign) {
      int found = Arrays.binarySearch(sorted, 0, size, value);
      int place = found >= 0 ? found : -found - 1;
      if (sign > 0) {
        if (size == sorted.length) {
          sorted = Arrays.copyOf(sorted, 2 * size);
        }
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
      } else {
        System.arraycopy(sorted, place + 1, sorted, place, size - place - 1);
      }
      size += sign;
    }

    double quantile(double share) {
      int rank = (int) Math.ceil(share * (size + 1));
      return sorted[Math.clamp(rank - 1, 0, size - 1)];
    }
  }
}
