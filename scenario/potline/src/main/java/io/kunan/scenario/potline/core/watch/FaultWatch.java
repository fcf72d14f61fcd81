package io.kunan.scenario.potline.core.watch;

import io.kunan.scenario.potline.core.loop.LineReport;
import io.kunan.scenario.potline.core.loop.PotReport;
import io.kunan.scenario.potline.core.watch.Diagnosis.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Names faults of a line from what it shows each minute and what comes by the hour. A fault is
 * named once, and again only after it was over. Sees nothing that a plant does not publish.
 */
public final class FaultWatch {
  private static final int STILL_MINUTES = 10;
  private static final double CUT = 0.93;
  private static final double USUAL_MEMORY = 1.0 / 720;
  private static final double FAR_CELSIUS = 10;
  private static final double FAR_EXCESS = 1.8;

  private final int pots;
  private final FeederWatch feeders;
  private final SampleWatch[] celsius;
  private final SampleWatch[] excess;
  private final double[] lastCelsius;
  private final double[] lastVolts;
  private final int[] stillVolts;
  private final Map<Kind, boolean[]> named = new EnumMap<>(Kind.class);
  private double usualKiloamperes = Double.NaN;
  private double lastKiloamperes = Double.NaN;
  private int stillCurrent;

  public FaultWatch(int pots) {
    this.pots = pots;
    feeders = new FeederWatch(pots);
    celsius = new SampleWatch[pots];
    excess = new SampleWatch[pots];
    for (int p = 0; p < pots; p++) {
      celsius[p] = new SampleWatch(FAR_CELSIUS);
      excess[p] = new SampleWatch(FAR_EXCESS);
    }
    lastCelsius = unknown();
    lastVolts = unknown();
    stillVolts = new int[pots];
    for (Kind kind : Kind.values()) {
      named.put(kind, new boolean[pots + 1]);
    }
  }

  private double[] unknown() {
    double[] values = new double[pots];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Takes a minute; what is found in it. */
  public List<Diagnosis> minute(LineMinute now) {
    List<Diagnosis> found = new ArrayList<>();
    double kiloamperes = now.kiloamperes();
    boolean cut = kiloamperes < CUT * usualKiloamperes;
    if (!cut) {
      double off = kiloamperes - usualKiloamperes;
      usualKiloamperes = Double.isNaN(off) ? kiloamperes : usualKiloamperes + USUAL_MEMORY * off;
    }
    stillCurrent = kiloamperes == lastKiloamperes ? stillCurrent + 1 : 0;
    lastKiloamperes = kiloamperes;
    tell(Kind.CURRENT_CUT, -1, cut, now.micros(), found);
    tell(Kind.FROZEN_CURRENT, -1, stillCurrent >= STILL_MINUTES, now.micros(), found);
    for (int p = 0; p < pots; p++) {
      pot(p, now, cut, found);
    }
    return found;
  }

  private void pot(int p, LineMinute now, boolean cut, List<Diagnosis> found) {
    double volts = now.volts()[p];
    boolean silent = Double.isNaN(volts);
    tell(Kind.LOST_HEARTBEAT, p, silent, now.micros(), found);
    if (silent) {
      return;
    }
    stillVolts[p] = volts == lastVolts[p] ? stillVolts[p] + 1 : 0;
    lastVolts[p] = volts;
    // a blind pot is fed rich on purpose, and in a cut the feed follows when it may
    boolean special = cut || stillVolts[p] > 0;
    tell(Kind.FROZEN_VOLTAGE, p, stillVolts[p] >= STILL_MINUTES, now.micros(), found);
    boolean stuck =
        feeders.isStuck(p, now.feedKgPerHour()[p], now.modes()[p], now.kiloamperes(), special);
    tell(Kind.STUCK_FEEDER, p, stuck, now.micros(), found);
  }

  /** Takes an hour with what crew and laboratory published in it; what is found by that. */
  public List<Diagnosis> hour(LineReport report) {
    List<Diagnosis> found = new ArrayList<>();
    for (int p = 0; p < pots; p++) {
      PotReport pot = report.pots().get(p);
      if (pot.hasCelsius()) {
        boolean repeats = pot.celsius() == lastCelsius[p];
        lastCelsius[p] = pot.celsius();
        tell(Kind.FROZEN_TEMPERATURE, p, repeats, report.micros(), found);
        if (celsius[p].isLastWrong(pot.celsius())) {
          found.add(new Diagnosis(Kind.WRONG_SAMPLE, p, report.micros()));
        }
      }
      if (pot.hasExcess() && excess[p].isLastWrong(pot.excess())) {
        found.add(new Diagnosis(Kind.WRONG_SAMPLE, p, report.micros()));
      }
    }
    return found;
  }

  private void tell(Kind kind, int p, boolean present, long micros, List<Diagnosis> found) {
    boolean[] before = named.getOrDefault(kind, new boolean[pots + 1]);
    if (present && !before[p + 1]) {
      found.add(new Diagnosis(kind, p, micros));
    }
    before[p + 1] = present;
  }
}
