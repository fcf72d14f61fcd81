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
  final double[] anodeOhms;
  final double[] externalOhms;
  final double[] slowShare;
  final double[] sinking;
  final double[] backDissolving;
  final double[] poolSeconds;
  final double[] evaporationAt;
  final double[] absorbed;
  final double[] anodeHeat;
  final double[] burn;
  final double[] onset;
  final double[] dumpKg;
  final double[] fanning;
  final double[] ledgeDensityArea;
  final double[] ledgeConductivityArea;
  final double[] critical;
  final double[] bathAtStart;
  final double[] composition;
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
  final double[] coldAnodes;
  final double[] heatWatts;
  final double[] coverWatts;

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
  final double[] noise;
  final double[] slowShareNow;
  final double[] sinkingNow;
  final double[] backNow;

  // What came of the last step.
  final double[] volts;
  final double[] measured;
  final double[] measuredBefore;

  /** Clamps that held a state inside what the equations bear; a pot with one is lost. */
  final long[] clamps;

  Pots(Book book, int count) {
    this.count = count;
    sideTransfer = book.doubles("sideTransfer", count);
    cathodeOhms = book.doubles("cathodeOhms", count);
    dissolving = book.doubles("dissolving", count);
    efficiencyOffset = book.doubles("efficiencyOffset", count);
    anodeOhms = book.doubles("anodeOhms", count);
    externalOhms = book.doubles("externalOhms", count);
    slowShare = book.doubles("slowShare", count);
    sinking = book.doubles("sinking", count);
    backDissolving = book.doubles("backDissolving", count);
    poolSeconds = book.doubles("poolSeconds", count);
    evaporationAt = book.doubles("evaporationAt", count);
    absorbed = book.doubles("absorbed", count);
    anodeHeat = book.doubles("anodeHeat", count);
    burn = book.doubles("burn", count);
    onset = book.doubles("onset", count);
    dumpKg = book.doubles("dumpKg", count);
    fanning = book.doubles("fanning", count);
    ledgeDensityArea = book.doubles("ledgeDensityArea", count);
    ledgeConductivityArea = book.doubles("ledgeConductivityArea", count);
    critical = book.doubles("critical", count);
    bathAtStart = book.doubles("bathAtStart", count);
    composition = book.doubles("composition", count);
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
    coldAnodes = book.doubles("coldAnodes", count);
    heatWatts = book.doubles("heatWatts", count);
    coverWatts = book.doubles("coverWatts", count);
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
    noise = book.doubles("noise", count);
    slowShareNow = book.doubles("slowShareNow", count);
    sinkingNow = book.doubles("sinkingNow", count);
    backNow = book.doubles("backNow", count);
    volts = book.doubles("volts", count);
    measured = book.doubles("measured", count);
    measuredBefore = book.doubles("measuredBefore", count);
    clamps = book.longs("clamps", count);
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

  /** Thickness of the side ledge, cm. */
  double ledgeCm(int p) {
    return 100 * ledge[p] / ledgeDensityArea[p];
  }
}
