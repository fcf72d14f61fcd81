package io.kunan.engine.learn;

import io.kunan.engine.learn.internal.bands.BandSide;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Keeps 10/90 % bands honest while the plant changes: rolling split-conformal calibration (Vovk et
 * al., Algorithmic Learning in a Random World, 2005), one side at a time, whose share outside is
 * itself steered by what fell outside (Gibbs and Candès, Adaptive Conformal Inference, 2021).
 *
 * <p>A forecast's own band says how uncertain this situation is compared with others; the errors of
 * the last two weeks say how wide that is in the target's unit. Errors are kept apart by the level
 * of the forecast, so that quiet hours do not flatter busy ones. Feed it each target when it has
 * arrived, with the band that was given out. Not for use by several threads at once.
 */
public final class RollingBand {
  private static final int MOST = 20_000;

  private final double[] levels;
  private final long memoryMicros;
  private final Deque<Miss> misses = new ArrayDeque<>();
  private final BandSide below;
  private final BandSide above;

  /**
   * How far a target lay from its forecast, in units of the forecast's own band.
   *
   * @param time of the target, microseconds UTC
   * @param group the forecast's level
   * @param below distance down; above 1 it fell out of the forecast's own band, negative when the
   *     target was above
   * @param above distance up
   */
  public record Miss(long time, int group, double below, double above) {}

  /** A band around a middle forecast. */
  public record Band(double low, double high) {}

  /**
   * All a band knows, to go on from later.
   *
   * @param levels rising forecasts that part the groups; empty for one group
   * @param memoryMicros how long an error counts
   * @param misses those that count, oldest first
   * @param below share of targets let out below, for each group
   * @param above share let out above
   */
  public record State(
      List<Double> levels,
      long memoryMicros,
      List<Miss> misses,
      List<Double> below,
      List<Double> above) {
    public State {
      levels = List.copyOf(levels);
      misses = List.copyOf(misses);
      below = List.copyOf(below);
      above = List.copyOf(above);
    }

    /** Nothing known yet. */
    public static State empty(List<Double> levels, long memoryMicros) {
      return new State(
          levels,
          memoryMicros,
          List.of(),
          BandSide.start(levels.size() + 1),
          BandSide.start(levels.size() + 1));
    }
  }

  /** A band that goes on from a state. */
  public RollingBand(State state) {
    levels = state.levels().stream().mapToDouble(Double::doubleValue).toArray();
    memoryMicros = state.memoryMicros();
    below = new BandSide(state.below());
    above = new BandSide(state.above());
    state.misses().forEach(this::add);
  }

  /** What the band knows now. */
  public State state() {
    return new State(
        java.util.Arrays.stream(levels).boxed().toList(),
        memoryMicros,
        List.copyOf(misses),
        below.shares(),
        above.shares());
  }

  /**
   * Takes a target that has arrived. Times do not fall.
   *
   * @param lowReach how far the forecast's own band reached down, above 0
   * @param highReach how far up, above 0
   * @param given the band given out with the forecast
   */
  public void observe(
      long time, double mid, double lowReach, double highReach, Band given, double actual) {
    if (Double.isNaN(actual) || Double.isNaN(mid)) {
      return;
    }
    int group = group(mid);
    below.steer(group, actual < given.low());
    above.steer(group, actual > given.high());
    add(new Miss(time, group, (mid - actual) / lowReach, (actual - mid) / highReach));
  }

  /** Takes the target of a forecast that has arrived, with the band it was given out with. */
  public void observe(Forecast forecast, double actual) {
    observe(
        forecast.time(),
        forecast.mid(),
        forecast.lowReach(),
        forecast.highReach(),
        new Band(forecast.low(), forecast.high()),
        actual);
  }

  /** The calibrated band; the forecast's own where too few errors are known. */
  public Band around(double mid, double lowReach, double highReach) {
    int group = group(mid);
    return new Band(mid - below.factor(group) * lowReach, mid + above.factor(group) * highReach);
  }

  private void add(Miss miss) {
    misses.addLast(miss);
    below.change(miss.group(), miss.below(), 1);
    above.change(miss.group(), miss.above(), 1);
    while (misses.size() > MOST || misses.getFirst().time() < miss.time() - memoryMicros) {
      Miss old = misses.removeFirst();
      below.change(old.group(), old.below(), -1);
      above.change(old.group(), old.above(), -1);
    }
  }

  private int group(double mid) {
    int group = 0;
    while (group < levels.length && mid > levels[group]) {
      group++;
    }
    return group;
  }
}
