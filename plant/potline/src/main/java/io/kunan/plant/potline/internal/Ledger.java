package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.Faraday;

/**
 * What went into and out of every pot since it started, in kg and J, against which the inventories
 * must close. Kept apart from the states: a state changed without an entry shows. Elements are
 * counted in kmol, as tabled molar masses of compounds differ from the sums of their atoms in the
 * sixth digit.
 */
final class Ledger {
  /** Temperature from which the heat of bath and metal is counted, °C. */
  private static final double HEAT_FROM = 950;

  /** Fluorine in the mixture of LiF, MgF2 and KF that the alumina brings, kmol/kg. */
  private static final double F_IN_ADDITIVES = 0.034;

  private final PotParameters pot;
  private final Pots pots;

  final double[] fed;
  final double[] sodaFed;
  final double[] dosed;
  final double[] credited;
  final double[] evaporated;
  final double[] tapped;
  final double[] bathAlumina;
  final double[] bathExcess;
  final double[] bathCryolite;
  final double[] bathCaF2;
  final double[] bathAdditives;
  final double[] electricity;
  final double[] heatOut;
  final double[] carried;
  final double[] coulombs;
  final double[] made;
  final double[] seconds;
  final double[] celsiusSeconds;
  final double[] aluminaSeconds;
  final double[] voltSeconds;
  private final double[] startAl;
  private final double[] startNa;
  private final double[] startF;
  private final double[] startHeat;

  Ledger(Book book, PotParameters pot, Pots pots) {
    this.pot = pot;
    this.pots = pots;
    int count = pots.count;
    fed = book.doubles("ledger.fed", count);
    sodaFed = book.doubles("ledger.sodaFed", count);
    dosed = book.doubles("ledger.dosed", count);
    credited = book.doubles("ledger.credited", count);
    evaporated = book.doubles("ledger.evaporated", count);
    tapped = book.doubles("ledger.tapped", count);
    bathAlumina = book.doubles("ledger.bathAlumina", count);
    bathExcess = book.doubles("ledger.bathExcess", count);
    bathCryolite = book.doubles("ledger.bathCryolite", count);
    bathCaF2 = book.doubles("ledger.bathCaF2", count);
    bathAdditives = book.doubles("ledger.bathAdditives", count);
    electricity = book.doubles("ledger.electricity", count);
    heatOut = book.doubles("ledger.heatOut", count);
    carried = book.doubles("ledger.carried", count);
    coulombs = book.doubles("ledger.coulombs", count);
    made = book.doubles("ledger.made", count);
    seconds = book.doubles("ledger.seconds", count);
    celsiusSeconds = book.doubles("ledger.celsiusSeconds", count);
    aluminaSeconds = book.doubles("ledger.aluminaSeconds", count);
    voltSeconds = book.doubles("ledger.voltSeconds", count);
    startAl = book.doubles("ledger.startAl", count);
    startNa = book.doubles("ledger.startNa", count);
    startF = book.doubles("ledger.startF", count);
    startHeat = book.doubles("ledger.startHeat", count);
  }

  /** Takes the inventory from which the account begins. */
  void open(int p) {
    startAl[p] = aluminium(p);
    startNa[p] = sodium(p);
    startF[p] = fluorine(p);
    startHeat[p] = heat(p);
  }

  /** Heat capacity of bath and metal, J/K. */
  double heatCapacity(int p) {
    return pots.bath(p) * pot.bathHeat + pots.metal[p] * pot.metalHeat;
  }

  /** Heat brought in by mass (kg, J/kg/K) at bath temperature, J. */
  static double carriedHeat(double kg, double joulesPerKgKelvin, double celsius) {
    return kg * joulesPerKgKelvin * (celsius - HEAT_FROM);
  }

  private double aluminium(int p) {
    double alumina = pots.dissolved[p] + pots.undissolved[p] + pots.sludge[p];
    return pots.metal[p] / Faraday.MOLAR_AL
        + 2 * alumina / Faraday.MOLAR_AL2O3
        + (pots.excess[p] + pots.pool[p]) / Faraday.MOLAR_ALF3
        + (pots.cryolite[p] + pots.ledge[p]) / Faraday.MOLAR_CRYOLITE;
  }

  private double sodium(int p) {
    return 3 * (pots.cryolite[p] + pots.ledge[p]) / Faraday.MOLAR_CRYOLITE;
  }

  private double fluorine(int p) {
    return 3 * (pots.excess[p] + pots.pool[p]) / Faraday.MOLAR_ALF3
        + 6 * (pots.cryolite[p] + pots.ledge[p]) / Faraday.MOLAR_CRYOLITE
        + 2 * pots.caF2[p] / Faraday.MOLAR_CAF2
        + F_IN_ADDITIVES * pots.additives[p];
  }

  private double heat(int p) {
    return heatCapacity(p) * (pots.celsius[p] - HEAT_FROM)
        - pots.ledge[p] * pot.ledgeMelting
        - pots.coldJoules[p];
  }

  /** Aluminium not accounted for, as a part of what went in. */
  double aluminiumGap(int p) {
    double aluminaFed = (1 - pot.caO - pot.additives) * fed[p] - sodaFed[p];
    double in =
        2 * aluminaFed / Faraday.MOLAR_AL2O3 + (dosed[p] + credited[p]) / Faraday.MOLAR_ALF3;
    double out =
        tapped[p] / Faraday.MOLAR_AL
            + (evaporated[p] + bathExcess[p]) / Faraday.MOLAR_ALF3
            + 2 * bathAlumina[p] / Faraday.MOLAR_AL2O3
            + bathCryolite[p] / Faraday.MOLAR_CRYOLITE;
    return gap(aluminium(p) - startAl[p], in, out);
  }

  /** Sodium not accounted for, as a part of what went in. */
  double sodiumGap(int p) {
    return gap(
        sodium(p) - startNa[p],
        2 * sodaFed[p] / Faraday.MOLAR_NA2O,
        3 * bathCryolite[p] / Faraday.MOLAR_CRYOLITE);
  }

  /** Fluorine not accounted for, as a part of what went in. */
  double fluorineGap(int p) {
    double in =
        3 * (dosed[p] + credited[p]) / Faraday.MOLAR_ALF3 + F_IN_ADDITIVES * pot.additives * fed[p];
    double out =
        3 * (evaporated[p] + bathExcess[p]) / Faraday.MOLAR_ALF3
            + 6 * bathCryolite[p] / Faraday.MOLAR_CRYOLITE
            + 2 * bathCaF2[p] / Faraday.MOLAR_CAF2
            + F_IN_ADDITIVES * bathAdditives[p];
    return gap(fluorine(p) - startF[p], in, out);
  }

  /** Energy not accounted for, as a part of the electricity that went in. */
  double energyGap(int p) {
    double brought = carried[p] - heatOut[p];
    return electricity[p] == 0
        ? 0
        : Math.abs(heat(p) - startHeat[p] - electricity[p] - brought) / electricity[p];
  }

  private static double gap(double change, double in, double out) {
    return in == 0 ? Math.abs(change + out) : Math.abs(change - in + out) / in;
  }
}
