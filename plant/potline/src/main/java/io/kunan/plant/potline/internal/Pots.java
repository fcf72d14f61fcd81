package io.kunan.plant.potline.internal;

/**
 * The pots of a line as flat arrays, one cell a pot: what differs from pot to pot, the state that
 * is integrated, and what is worked out from it every half minute. kg, °C, cm, V, A, W, s.
 */
final class Pots {
  final int count;

  // What differs from pot to pot.
  final double[] sideTransfer;
  final double[] cathodeOhms;
  final double[] dissolving;
  final double[] efficiencyOffset;
  final double[] restlessness;
  final double[] lining;
  final double[] topTransfer;
  final double[] bottomTransfer;

  // State.
  final double[] dissolved;
  final double[] undissolved;
  final double[] sludge;
  final double[] excess;
  final double[] pool;
  final double[] cryolite;
  final double[] caF2;
  final double[] additives;
  final double[] ledge;
  final double[] celsius;
  final double[] metal;
  final double[] distance;
  final double[] coldJoules;
  final double[] slowNoise;

  // Flows that people and machines set.
  final double[] feedRate;
  final double[] feedPending;
  final double[] extraFeed;
  final double[] blockedFeeders;
  final double[] dosePerDay;
  final double[] tapRate;
  final double[] bathTapRate;
  final double[] effectVolts;

  // Worked out every half minute.
  final double[] liquidus;
  final double[] gap;
  final double[] baseVolts;
  final double[] voltsPerAmpere;
  final double[] ohmsPerCm;
  final double[] layer;
  final double[] efficiency;
  final double[] isoVolts;
  final double[] evaporation;
  final double[] densityMargin;

  // What came of the last step.
  final double[] volts;
  final double[] measured;
  final double[] measuredBefore;

  Pots(Book book, int count) {
    this.count = count;
    sideTransfer = book.doubles("sideTransfer", count);
    cathodeOhms = book.doubles("cathodeOhms", count);
    dissolving = book.doubles("dissolving", count);
    efficiencyOffset = book.doubles("efficiencyOffset", count);
    restlessness = book.doubles("restlessness", count);
    lining = book.doubles("lining", count);
    topTransfer = book.doubles("topTransfer", count);
    bottomTransfer = book.doubles("bottomTransfer", count);
    dissolved = book.doubles("dissolved", count);
    undissolved = book.doubles("undissolved", count);
    sludge = book.doubles("sludge", count);
    excess = book.doubles("excess", count);
    pool = book.doubles("pool", count);
    cryolite = book.doubles("cryolite", count);
    caF2 = book.doubles("caF2", count);
    additives = book.doubles("additives", count);
    ledge = book.doubles("ledge", count);
    celsius = book.doubles("celsius", count);
    metal = book.doubles("metal", count);
    distance = book.doubles("distance", count);
    coldJoules = book.doubles("coldJoules", count);
    slowNoise = book.doubles("slowNoise", count);
    feedRate = book.doubles("feedRate", count);
    feedPending = book.doubles("feedPending", count);
    extraFeed = book.doubles("extraFeed", count);
    blockedFeeders = book.doubles("blockedFeeders", count);
    dosePerDay = book.doubles("dosePerDay", count);
    tapRate = book.doubles("tapRate", count);
    bathTapRate = book.doubles("bathTapRate", count);
    effectVolts = book.doubles("effectVolts", count);
    liquidus = book.doubles("liquidus", count);
    gap = book.doubles("gap", count);
    baseVolts = book.doubles("baseVolts", count);
    voltsPerAmpere = book.doubles("voltsPerAmpere", count);
    ohmsPerCm = book.doubles("ohmsPerCm", count);
    layer = book.doubles("layer", count);
    efficiency = book.doubles("efficiency", count);
    isoVolts = book.doubles("isoVolts", count);
    evaporation = book.doubles("evaporation", count);
    densityMargin = book.doubles("densityMargin", count);
    volts = book.doubles("volts", count);
    measured = book.doubles("measured", count);
    measuredBefore = book.doubles("measuredBefore", count);
  }

  /** Mass of the bath, kg. */
  double bath(int p) {
    return dissolved[p] + excess[p] + cryolite[p] + caF2[p] + additives[p];
  }

  /** Dissolved alumina, wt%. */
  double alumina(int p) {
    return 100 * dissolved[p] / bath(p);
  }

  /** Excess AlF3, wt%. */
  double excessPercent(int p) {
    return 100 * excess[p] / bath(p);
  }

  /** Bath temperature above liquidus, °C. */
  double superheat(int p) {
    return celsius[p] - liquidus[p];
  }
}
