package io.kunan.scenario.potline.core.watch;

import io.kunan.science.electrolysis.Faraday;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds stuck feeders by what pots are fed. A controller that knows of one lets the others make up
 * for it: more than pots in the same mode get by their current. One that nobody heard shows in
 * tracking: too little falls, so it is over in half the time, again and again.
 */
final class FeederWatch {
  private static final double MAKES_UP = 1.12;
  private static final int MINUTES = 5;
  private static final double TRACKING = 0.9;
  private static final double OVER_FED = 1.2;
  private static final int SHORT_MINUTES = 30;
  private static final int IN_A_ROW = 2;
  private static final double EFFICIENCY = 0.94;
  private static final double MEMORY = 1.0 / 2000;
  private static final double WELL_KNOWN = 3;
  private static final int LEAST_SEEN = 2000;

  private final Map<Integer, Double> usual = new HashMap<>();
  private final int[] over;
  private final int[] tracked;
  private final int[] shortTracks;
  private long seen;

  FeederWatch(int pots) {
    over = new int[pots];
    tracked = new int[pots];
    shortTracks = new int[pots];
  }

  /**
   * Takes a minute of a pot; true while a feeder is taken to be stuck.
   *
   * @param special whether the pot is fed otherwise on purpose
   */
  boolean isStuck(int p, double kgPerHour, int mode, double kiloamperes, boolean special) {
    double demand = 3600 * Faraday.aluminaPerSecond(kiloamperes, EFFICIENCY);
    double share = kgPerHour / demand;
    if (Double.isNaN(share) || special) {
      tracked[p] = 0;
      shortTracks[p] = 0;
      over[p] = 0;
      return false;
    }
    double inMode = usual.getOrDefault(mode, share);
    seen++;
    boolean makesUp = seen > LEAST_SEEN && share > MAKES_UP * inMode && share < WELL_KNOWN;
    over[p] = makesUp ? over[p] + 1 : 0;
    if (!makesUp) {
      usual.put(mode, inMode + MEMORY * (share - inMode));
    }
    track(p, share);
    return over[p] >= MINUTES || shortTracks[p] >= IN_A_ROW;
  }

  private void track(int p, double share) {
    if (share < TRACKING) {
      tracked[p]++;
      if (tracked[p] > SHORT_MINUTES) {
        shortTracks[p] = 0;
      }
    } else {
      if (tracked[p] > 0 && share > OVER_FED) {
        shortTracks[p] += tracked[p] <= SHORT_MINUTES ? 1 : 0;
      }
      tracked[p] = 0;
    }
  }
}
