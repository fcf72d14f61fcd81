package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.Faults;
import io.kunan.plant.potline.InjectedFault;
import io.kunan.plant.potline.PotEvent;
import io.kunan.plant.potline.PotlineSettings;
import java.util.List;

/**
 * The measuring round before each tap (bath temperature, superheat, levels) and the bath samples
 * whose analysis comes back hours later. Some rounds are missed. Figures feed the dose, the tap
 * plan and the bath taps.
 */
final class Laboratory {
  private static final long MINUTE = CellSignals.STEPS_PER_MINUTE;
  private static final long HOUR = 60 * MINUTE;
  private static final long BEFORE_TAP = HOUR;
  private static final double HALF_LIFE_TWO_DAYS = 0.293;
  private static final double SAMPLE_WEIGHT = 0.5;
  private static final double LEVEL_WEIGHT = 0.25;

  private final PotParameters pot;
  private final Pots pots;
  private final Streams streams;
  private final Crew crew;
  private final DoseControl dose;
  private final BeamControl beam;
  private final FaultBook faults;
  private final double celsiusError;
  private final double excessError;
  private final double superheatError;
  private final double levelError;
  private final double missing;
  private final double late;
  private final double wrong;
  private final double wrongExcess;
  private final double wrongCelsius;
  private final double frozenCelsius;
  private final double bathCmPerKg;

  private final long[] roundDone;
  private final long[] nextSample;
  private final long[] sampleArrives;
  private final double[] sampleValue;
  private final long[] sampleTaken;
  private final double[] metalFilter;
  private final double[] bathFilter;

  final double[] celsius;
  final double[] superheat;
  final double[] excess;
  final double[] bathLevel;
  final double[] metalLevel;
  final long[] celsiusAt;
  final long[] superheatAt;
  final long[] excessAt;
  final long[] excessTaken;
  final long[] levelAt;

  Laboratory(
      Book book,
      PotlineSettings settings,
      PotParameters pot,
      Pots pots,
      Streams streams,
      Crew crew,
      DoseControl dose,
      BeamControl beam,
      FaultBook faults) {
    this.faults = faults;
    this.pot = pot;
    this.pots = pots;
    this.streams = streams;
    this.crew = crew;
    this.dose = dose;
    this.beam = beam;
    celsiusError = pot.get("lab.celsius");
    excessError = pot.get("lab.excess");
    superheatError = pot.get("lab.superheat");
    levelError = pot.get("lab.level");
    double often = settings.faults().frequency(pot.get("fault.hardFactor"));
    missing = often * pot.get("lab.missing");
    late = Math.min(0.5, often * pot.get("lab.late"));
    wrong = settings.faults() == Faults.HARD ? pot.get("fault.wrongSample") : 0;
    wrongExcess = pot.get("fault.wrongExcess");
    wrongCelsius = pot.get("fault.wrongCelsius");
    frozenCelsius = settings.faults() == Faults.HARD ? pot.get("fault.frozenCelsius") : 0;
    bathCmPerKg = pot.get("pot.bathLevel") / pot.get("pot.bath");
    int count = pots.count;
    roundDone = book.longs("lab.roundDone", count);
    nextSample = book.longs("lab.nextSample", count);
    sampleArrives = book.longs("lab.sampleArrives", count);
    sampleValue = book.doubles("lab.sampleValue", count);
    sampleTaken = book.longs("lab.sampleTaken", count);
    excessTaken = book.longs("lab.excessTaken", count);
    metalFilter = book.doubles("lab.metalFilter", count);
    bathFilter = book.doubles("lab.bathFilter", count);
    celsius = book.doubles("lab.celsius", count);
    superheat = book.doubles("lab.superheat", count);
    excess = book.doubles("lab.excess", count);
    bathLevel = book.doubles("lab.bathLevel", count);
    metalLevel = book.doubles("lab.metalLevel", count);
    celsiusAt = book.longs("lab.celsiusAt", count);
    superheatAt = book.longs("lab.superheatAt", count);
    excessAt = book.longs("lab.excessAt", count);
    levelAt = book.longs("lab.levelAt", count);
  }

  /** Begins a pot with the figures of a round that lies up to a day back. */
  void start(int p, long step) {
    roundDone[p] = 0;
    nextSample[p] = step + (long) (48 * streams.uniform(p, Source.EXCESS)) * HOUR;
    sampleArrives[p] = 0;
    long last = crew.nextTap[p] - BEFORE_TAP - 24 * HOUR;
    celsius[p] = pots.celsius[p] + celsiusError * streams.normal(p, Source.TEMPERATURE);
    superheat[p] = pots.superheat(p) + superheatError * streams.normal(p, Source.TEMPERATURE);
    excess[p] = pots.excessPercent(p) + excessError * streams.normal(p, Source.EXCESS);
    bathLevel[p] = bathCm(p) + levelError * streams.normal(p, Source.LEVEL);
    metalLevel[p] = metalCm(p) + levelError * streams.normal(p, Source.LEVEL);
    celsiusAt[p] = last;
    superheatAt[p] = last;
    excessAt[p] = last;
    excessTaken[p] = last;
    levelAt[p] = last;
    metalFilter[p] = pot.get("tap.level") + halfTapCm();
    bathFilter[p] = bathCm(p);
  }

  private double halfTapCm() {
    return crew.plan(pot.amperes) / 2 * pot.cmPerKgMetal;
  }

  private double bathCm(int p) {
    return pots.bath(p) * bathCmPerKg;
  }

  private double metalCm(int p) {
    return pots.metal[p] * pot.cmPerKgMetal;
  }

  /** Looks once a minute. */
  void look(int p, long step, List<PotEvent> out) {
    if (sampleArrives[p] > 0 && step >= sampleArrives[p]) {
      excess[p] = sampleValue[p];
      excessAt[p] = sampleArrives[p];
      excessTaken[p] = sampleTaken[p];
      sampleArrives[p] = 0;
      dose.excess[p] += SAMPLE_WEIGHT * (excess[p] - dose.excess[p]);
    }
    long round = crew.nextTap[p] - BEFORE_TAP;
    if (step >= round && roundDone[p] < round - 4 * HOUR) {
      roundDone[p] = step;
      measure(p, step, out);
    }
  }

  private void measure(int p, long step, List<PotEvent> out) {
    double error = celsiusError * streams.normal(p, Source.TEMPERATURE);
    double probeError = superheatError * streams.normal(p, Source.TEMPERATURE);
    double off = streams.uniform(p, Source.WRONG) < wrong ? wrongCelsius : 0;
    boolean frozen = streams.uniform(p, Source.FROZEN_TEMPERATURE) < frozenCelsius;
    if (streams.uniform(p, Source.MISSING_TEMPERATURE) >= missing) {
      if (frozen || off != 0) {
        faults.note(
            frozen ? InjectedFault.Kind.FROZEN_TEMPERATURE : InjectedFault.Kind.WRONG_SAMPLE,
            p,
            step,
            step + 24 * HOUR);
      }
      celsius[p] = frozen ? celsius[p] : pots.celsius[p] + error + off;
      celsiusAt[p] = step;
      beam.treat(p, celsius[p]);
      dose.celsius[p] += HALF_LIFE_TWO_DAYS * (celsius[p] - dose.celsius[p]);
      superheat[p] = pots.superheat(p) + probeError;
      superheatAt[p] = step;
    }
    double bathError = levelError * streams.normal(p, Source.LEVEL);
    double metalError = levelError * streams.normal(p, Source.LEVEL);
    if (streams.uniform(p, Source.MISSING_LEVEL) >= missing) {
      levels(p, step, bathError, metalError, out);
    }
    if (step >= nextSample[p]) {
      sample(p, step);
    }
    crew.planTap(p, metalFilter[p]);
    dose.decide(p);
  }

  private void levels(int p, long step, double bathError, double metalError, List<PotEvent> out) {
    bathLevel[p] = bathCm(p) + bathError;
    metalLevel[p] = metalCm(p) + metalError;
    levelAt[p] = step;
    metalFilter[p] += LEVEL_WEIGHT * (metalLevel[p] - metalFilter[p]);
    bathFilter[p] += LEVEL_WEIGHT * (bathLevel[p] - bathFilter[p]);
    if (crew.tapBathIfHigh(p, step, bathFilter[p], out)) {
      bathFilter[p] -= pot.get("bathTap.kg") * bathCmPerKg;
    }
  }

  private void sample(int p, long step) {
    double days = 1 + 2 * streams.uniform(p, Source.EXCESS);
    nextSample[p] = step + (long) (24 * days - 2) * HOUR;
    double hours = 4 + 20 * streams.uniform(p, Source.EXCESS);
    double value = pots.excessPercent(p) + excessError * streams.normal(p, Source.EXCESS);
    if (streams.uniform(p, Source.LATE) < late) {
      hours *= 2;
    }
    double chance = streams.uniform(p, Source.WRONG);
    if (chance < wrong) {
      value += chance < wrong / 2 ? wrongExcess : -wrongExcess;
    }
    if (streams.uniform(p, Source.MISSING_SAMPLE) >= missing) {
      if (chance < wrong) {
        long arrives = step + (long) (hours * 60) * MINUTE;
        faults.note(InjectedFault.Kind.WRONG_SAMPLE, p, arrives, arrives + 24 * HOUR);
      }
      sampleValue[p] = value;
      sampleTaken[p] = step;
      sampleArrives[p] = step + (long) (hours * 60) * MINUTE;
    }
  }
}
