package io.kunan.engine.learn.internal.bands;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One side of a band: errors to that side by group, and the share of targets it lets out. */
public final class BandSide {
  private static final double OUTSIDE = 0.1;

  /** Errors of one day are alike: a bad day may not move the share by more than some points. */
  private static final double PACE = 0.001;

  private static final double LEAST = 0.005;
  private static final double MOST = 0.25;
  private static final int ENOUGH = 40;

  private final List<Ranking> groups = new ArrayList<>();
  private final Ranking all = new Ranking();
  private final double[] shares;

  /**
   * @param shares share of targets let out, for each group
   */
  public BandSide(List<Double> shares) {
    this.shares = shares.stream().mapToDouble(Double::doubleValue).toArray();
    shares.forEach(share -> groups.add(new Ranking()));
  }

  /** The shares to begin with. */
  public static List<Double> start(int groups) {
    return Collections.nCopies(groups, OUTSIDE);
  }

  public List<Double> shares() {
    return java.util.Arrays.stream(shares).boxed().toList();
  }

  /** Adds an error to this side, or takes away one that was added. */
  public void change(int group, double error, int sign) {
    groups.get(group).change(error, sign);
    all.change(error, sign);
  }

  /** Lets out less after a target that fell outside, a little more after one that did not. */
  public void steer(int group, boolean outside) {
    double step = OUTSIDE - (outside ? 1 : 0);
    shares[group] = Math.clamp(shares[group] + PACE * step, LEAST, MOST);
  }

  /** By how much a forecast's own reach is stretched; 1 where too few errors are known. */
  public double factor(int group) {
    Ranking own = groups.get(group);
    Ranking ranking = own.size() >= ENOUGH ? own : all;
    return ranking.size() < ENOUGH ? 1 : Math.max(0, ranking.quantile(1 - shares[group]));
  }
}
