package io.kunan.scenario.potline.core.advisor;

import io.kunan.science.electrolysis.Coefficients;
import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.FluorideBalance;
import io.kunan.science.electrolysis.LedgeHeat;
import io.kunan.science.electrolysis.LithiumLiquidus;
import io.kunan.science.electrolysis.ReactionEnergy;

/**
 * How the advisor thinks a pot moves: excess AlF3, bath, ledge, temperature, and three things that
 * no instrument shows, the pot's own AlF3 demand and its own heat, a part that comes and goes
 * within days and one that stays for weeks. Balances of the design; the liquidus is the lithium
 * correlation, shifted so that the design superheat holds at the design point.
 */
final class PotDynamics {
  /** Excess AlF3, kg. */
  static final int EXCESS = 0;

  /** Bath, kg. */
  static final int BATH = 1;

  /** Ledge, kg. */
  static final int LEDGE = 2;

  /** Bath temperature, °C. */
  static final int CELSIUS = 3;

  /** AlF3 demand beyond the balance, kg/d. */
  static final int FLUORIDE = 4;

  /** Heat beyond the balance that comes and goes, W. */
  static final int FAST = 5;

  /** Heat beyond the balance that stays, W. */
  static final int SLOW = 6;

  static final int STATES = 7;

  private static final int PARTS = 3;
  private static final double SECONDS = 3600.0 / PARTS;
  private static final double HOURS_PER_DAY = 24;
  private static final double CRYOLITE_NET =
      FluorideBalance.CRYOLITE_PER_NA2O - FluorideBalance.ALF3_PER_NA2O;
  private static final double LEAST_LEDGE = 1;

  private final LithiumLiquidus liquidus;
  private final double liquidusShift;
  private final double alumina;
  private final double caF2;
  private final double liF;
  private final double kF;
  private final double sideTransfer;
  private final double lining;
  private final double ledgePerMetre;
  private final double ledgeResistance;
  private final double melting;
  private final double bathHeat;
  private final double metalJoules;
  private final double otherTransfer;
  private final double designLosses;
  private final double externalOhms;
  private final double isoVolts;
  private final double feedHeat;
  private final double efficiency;
  private final double lime;
  private final double evaporation;
  private final double fastMemory;
  private final double slowMemory;

  PotDynamics(Coefficients file, Coefficients published) {
    liquidus = new LithiumLiquidus(published);
    alumina = file.get("design.alumina");
    caF2 = file.get("design.caF2");
    liF = file.get("design.liF");
    kF = file.get("design.kF");
    double celsius = file.get("design.celsius");
    double superheat = file.get("design.superheat");
    double byFormula = liquidus.celsius(file.get("design.excess"), caF2, alumina, liF, kF);
    liquidusShift = celsius - superheat - byFormula;
    double side = file.get("design.sideWatts");
    sideTransfer = side / superheat;
    ledgePerMetre = file.get("design.ledgeKgPerMetre");
    ledgeResistance = file.get("design.ledgeResistance");
    double thickness = file.get("design.ledgeKg") / ledgePerMetre;
    lining = (celsius - superheat - LedgeHeat.SHELL_AIR) / side - thickness * ledgeResistance;
    melting = file.get("design.melting");
    bathHeat = file.get("design.bathHeat");
    metalJoules = file.get("design.metalKg") * file.get("design.metalHeat");
    otherTransfer = file.get("design.otherTransfer");
    externalOhms = file.get("design.externalOhms");
    efficiency = file.get("design.efficiency");
    isoVolts = new ReactionEnergy(published).isoVolts(efficiency);
    feedHeat = file.get("design.feedHeat");
    lime = file.get("design.lime");
    evaporation = file.get("design.evaporation");
    fastMemory = Math.exp(-1 / (HOURS_PER_DAY * file.get("prior.fastDays")));
    slowMemory = Math.exp(-1 / (HOURS_PER_DAY * file.get("prior.slowDays")));
    designLosses = designLosses(file, side);
  }

  /** Top and bottom loss at the design point that closes the design's heat balance. */
  private double designLosses(Coefficients file, double side) {
    double amperes = NOMINAL_AMPERES;
    double given = amperes * (file.get("design.volts") - amperes * externalOhms - isoVolts);
    double anodes =
        file.get("design.anodeJoules") * file.get("design.anodesPerDay") / (HOURS_PER_DAY * 3600);
    return given
        - side
        - anodes
        - otherTransfer * (file.get("design.celsius") - LedgeHeat.HALL_AIR);
  }

  private static final double NOMINAL_AMPERES = 500_000;

  /** Liquidus at an excess of AlF3, °C. */
  double liquidus(double excessPercent) {
    return liquidusShift + liquidus.celsius(excessPercent, caF2, alumina, liF, kF);
  }

  /** Superheat of a state, °C. */
  double superheat(double[] x) {
    return x[CELSIUS] - liquidus(excessPercent(x));
  }

  static double excessPercent(double[] x) {
    return 100 * x[EXCESS] / x[BATH];
  }

  /** Moves a state by an hour, in place. */
  void hour(double[] x, HourInputs in) {
    for (int part = 0; part < PARTS; part++) {
      part(x, in);
    }
    x[FAST] *= fastMemory;
    x[SLOW] *= slowMemory;
  }

  private void part(double[] x, HourInputs in) {
    double excess = excessPercent(x);
    double freezing = liquidus(excess);
    double toLedge = sideTransfer * (x[CELSIUS] - freezing);
    double toShell =
        (freezing - LedgeHeat.SHELL_AIR) / (lining + x[LEDGE] / ledgePerMetre * ledgeResistance);
    double frozen = (toShell - toLedge) / melting * SECONDS;
    if (x[LEDGE] + frozen < LEAST_LEDGE) {
      frozen = LEAST_LEDGE - x[LEDGE];
    }
    double fed = in.aluminaKg() / PARTS;
    double used = Faraday.KG_PER_COULOMB * in.amperes() * efficiency * Faraday.ALUMINA_PER_METAL;
    double heat =
        in.amperes() * (in.volts() - in.amperes() * externalOhms - isoVolts)
            + (used - in.aluminaKg() / 3600) * feedHeat
            + in.extraWatts()
            - in.anodeWatts()
            - designLosses
            - otherTransfer * (x[CELSIUS] - LedgeHeat.HALL_AIR)
            - toLedge
            + x[FAST]
            + x[SLOW];
    double capacity = x[BATH] * bathHeat + metalJoules;
    double tapped = in.bathTapKg() / PARTS / x[BATH];
    double gained =
        in.fluorideKg() / PARTS
            - fed * FluorideBalance.uptakePerAlumina(in.sodaFraction(), lime)
            - (FluorideBalance.evaporation(evaporation, x[CELSIUS], excess) + x[FLUORIDE])
                * SECONDS
                / (HOURS_PER_DAY * 3600);
    x[CELSIUS] += heat * SECONDS / capacity;
    x[EXCESS] += gained - tapped * x[EXCESS];
    double cryolite =
        fed * in.sodaFraction() * (FluorideBalance.ALF3_PER_NA2O + CRYOLITE_NET) - frozen;
    x[BATH] += gained + cryolite - tapped * x[BATH];
    x[LEDGE] += frozen;
  }
}
