package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.Disturbance;
import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.InjectedFault;
import io.kunan.plant.potline.PotlineSettings;

/** What all pots of the line share: the current and the alumina of the day. */
final class LineInputs {
  private static final int STEPS_PER_HOUR = 60 * CellSignals.STEPS_PER_MINUTE;
  private static final long STEPS_PER_DAY = 24L * STEPS_PER_HOUR;
  private static final int LAST_HOUR = 21;
  private static final int MOST_HOURS = 2;

  private final Streams streams;
  private final Disturbance disturbance;
  private final double sigma;
  private final double memory;
  private final PotParameters pot;
  private final double batchMemory;
  private final double dipPerDay;
  private final double cutPerDay;
  private final double cutDepth;
  private final double cutHours;
  private final FaultBook faults;
  private final double[] state;
  private final double[] amperes;
  private static final int TARGET = 0;
  private static final int WANDER = 1;
  private static final int SODA = 2;
  private static final int LAST = 3;
  private static final int SOLUBILITY = 4;
  private static final int CREDIT = 5;
  private static final int DIP_DEPTH = 6;
  private static final int DIP_FROM = 7;
  private static final int DIP_UNTIL = 8;
  private static final int SODA_BEFORE = 9;

  /** Current of each step of the chunk, A; cell 0 is the last of the chunk before. */
  LineInputs(
      Book book,
      PotParameters pot,
      Streams streams,
      int longestChunk,
      PotlineSettings settings,
      FaultBook faults) {
    this.streams = streams;
    this.faults = faults;
    disturbance = settings.disturbance();
    cutPerDay = settings.faults() == Faults.HARD ? pot.get("fault.cutPerDay") : 0;
    cutDepth = pot.get("fault.cutDepth");
    cutHours = pot.get("fault.cutHours");
    this.pot = pot;
    sigma = pot.get("noise.lineKiloamperes") * 1000;
    memory = Math.exp(-PotStep.SECONDS / pot.get("noise.lineSeconds"));
    batchMemory = pot.get("feed.na2OMemory");
    dipPerDay = pot.get("dip.perDay");
    state = book.doubles("line", 10);
    amperes = new double[longestChunk + 1];
    state[TARGET] = pot.amperes;
    state[LAST] = pot.amperes;
    streams.start(-1);
  }

  void target(double newAmperes) {
    state[TARGET] = newAmperes;
  }

  /** Works out the current of the steps that follow the last one. */
  void prepare(long last, int steps) {
    amperes[0] = state[LAST];
    double kick = disturbance.hasChance() ? sigma * Math.sqrt(1 - memory * memory) : 0;
    for (int k = 1; k <= steps; k++) {
      state[WANDER] = memory * state[WANDER] + kick * streams.normal(-1, Source.LINE_CURRENT);
      boolean dips = last + k >= state[DIP_FROM] && last + k < state[DIP_UNTIL];
      amperes[k] = state[TARGET] * (dips ? 1 - state[DIP_DEPTH] : 1) + state[WANDER];
    }
    state[LAST] = amperes[steps];
  }

  /** Current of step {@code k} of the chunk, 1 is the first; 0 the last before it. */
  double amperes(int k) {
    return amperes[k];
  }

  double lastAmperes() {
    return state[LAST];
  }

  /** A new batch of alumina each day, and now and then some hours of less current. */
  void look(long step) {
    if (!disturbance.hasChance() || step % STEPS_PER_DAY != 0) {
      return;
    }
    state[SODA_BEFORE] = state[SODA];
    wander(SODA, Source.ALUMINA, pot.get("feed.na2OSpread"));
    wander(SOLUBILITY, Source.SOLUBILITY, pot.get("feed.solubilitySpread"));
    wander(CREDIT, Source.FLUORIDE_CREDIT, pot.get("feed.creditSpread"));
    double chance = streams.uniform(-1, Source.DIP);
    double depth = streams.uniform(-1, Source.DIP);
    double from = LAST_HOUR * streams.uniform(-1, Source.DIP);
    double hours = 1 + MOST_HOURS * streams.uniform(-1, Source.DIP);
    if (disturbance.drifts() && chance < dipPerDay) {
      double least = pot.get("dip.least");
      state[DIP_DEPTH] = least + depth * (pot.get("dip.most") - least);
      state[DIP_FROM] = step + Math.rint(from * STEPS_PER_HOUR);
      state[DIP_UNTIL] = state[DIP_FROM] + Math.rint(hours * STEPS_PER_HOUR);
    }
    double cut = streams.uniform(-1, Source.CUT);
    double cutAt = LAST_HOUR * streams.uniform(-1, Source.CUT);
    if (cut < cutPerDay) {
      state[DIP_DEPTH] = cutDepth;
      state[DIP_FROM] = step + Math.rint(cutAt * STEPS_PER_HOUR);
      state[DIP_UNTIL] = state[DIP_FROM] + Math.rint(cutHours * STEPS_PER_HOUR);
      faults.note(
          InjectedFault.Kind.CURRENT_CUT, -1, (long) state[DIP_FROM], (long) state[DIP_UNTIL]);
    }
  }

  private void wander(int cell, Source source, double spread) {
    double fresh = spread * Math.sqrt(1 - batchMemory * batchMemory) * streams.normal(-1, source);
    state[cell] = batchMemory * state[cell] + fresh;
  }

  /** The alumina now. */
  AluminaBatch batch() {
    return new AluminaBatch(soda(), Math.max(0.3, 1 + state[SOLUBILITY]), state[CREDIT]);
  }

  /** Soda of the alumina now, kg/kg. */
  double soda() {
    return Math.max(0, pot.na2O + state[SODA]);
  }

  /** Soda of the batch before, whose analysis has come, kg/kg. */
  double sodaAnalysed() {
    return Math.max(0, pot.na2O + state[SODA_BEFORE]);
  }
}
