package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.PotlineSettings;

/**
 * What cover, crust and lining do to the heat of a pot: a fast and a slow Ornstein-Uhlenbeck walk
 * and a kick at each anode change, all hourly. Without it a line is steadier than any real one.
 */
final class HeatDrift {
  private static final int STEPS_PER_HOUR = 60 * CellSignals.STEPS_PER_MINUTE;
  private static final double HOURS_PER_DAY = 24;

  private final Pots pots;
  private final Streams streams;
  private final boolean drifts;
  private final double fastMemory;
  private final double fastWatts;
  private final double mixedFast;
  private final double slowMemory;
  private final double slowWatts;
  private final double mixedSlow;
  private final Disturbance disturbance;
  private final double kickMemory;
  private final double kickSigma;
  private final double[] fast;
  private final double[] slow;

  HeatDrift(Book book, PotlineSettings settings, PotParameters pot, Pots pots, Streams streams) {
    this.pots = pots;
    this.streams = streams;
    disturbance = settings.disturbance();
    drifts = disturbance.drifts();
    fastMemory = Math.exp(-1 / (HOURS_PER_DAY * pot.get("heat.fastDays")));
    slowMemory = Math.exp(-1 / (HOURS_PER_DAY * pot.get("heat.slowDays")));
    kickMemory = Math.exp(-1 / (HOURS_PER_DAY * pot.get("heat.kickDays")));
    fastWatts = pot.get("heat.fastWatts");
    mixedFast = pot.get("heat.mixedFast");
    slowWatts = pot.get("heat.slowWatts");
    mixedSlow = pot.get("heat.mixedSlow");
    kickSigma = pot.get("heat.kickWatts");
    fast = book.doubles("heat.fast", pots.count);
    slow = book.doubles("heat.slow", pots.count);
  }

  private double fastSigma(int p) {
    return fastWatts * disturbance.fastShare(p, mixedFast);
  }

  private double slowSigma(int p) {
    return slowWatts * disturbance.slowShare(p, mixedSlow);
  }

  /** Begins a pot somewhere in its walk. */
  void start(int p) {
    fast[p] = drifts ? fastSigma(p) * streams.normal(p, Source.HEAT_FAST) : 0;
    slow[p] = drifts ? slowSigma(p) * streams.normal(p, Source.HEAT_SLOW) : 0;
    pots.coverWatts[p] = 0;
    pots.heatWatts[p] = fast[p] + slow[p];
  }

  /** The cover is broken for an anode and put back more or less well. */
  void anodeChanged(int p) {
    if (drifts) {
      pots.coverWatts[p] += kickSigma * streams.normal(p, Source.HEAT_KICK);
    }
  }

  /** Moves on once an hour. */
  void look(int p, long step) {
    if (drifts && step % STEPS_PER_HOUR == 0) {
      fast[p] = walk(fast[p], fastMemory, fastSigma(p), streams.normal(p, Source.HEAT_FAST));
      slow[p] = walk(slow[p], slowMemory, slowSigma(p), streams.normal(p, Source.HEAT_SLOW));
      pots.coverWatts[p] *= kickMemory;
      pots.heatWatts[p] = fast[p] + slow[p] + pots.coverWatts[p];
    }
  }

  private static double walk(double value, double memory, double sigma, double normal) {
    return memory * value + sigma * Math.sqrt(1 - memory * memory) * normal;
  }
}
