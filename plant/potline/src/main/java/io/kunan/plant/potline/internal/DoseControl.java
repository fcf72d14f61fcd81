package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.FluorideBalance;

/**
 * The AlF3 dose of a pot, set once a day from the filtered laboratory figures: base demand, bath
 * temperature, excess, and what was dosed lately and is still to take effect. A person or a later
 * closed loop may fix the dose instead.
 */
final class DoseControl {
  private static final double LARGEST = 2.5;
  private static final double PENDING_MEMORY = 0.6;

  private final Pots pots;
  private final double base;
  private final double byCelsius;
  private final double byExcess;
  private final double byPending;
  private final double rate;
  private final double celsiusSet;
  private final double excessSet;

  /** Filtered laboratory figures. */
  final double[] celsius;

  final double[] excess;
  private final double[] pending;
  private final double[] fixed;

  DoseControl(Book book, PotParameters pot, Pots pots) {
    this.pots = pots;
    double aluminaPerDay =
        Faraday.aluminaPerSecond(pot.amperes / 1000, pot.get("control.efficiency")) * 86_400;
    base =
        aluminaPerDay * FluorideBalance.uptakePerAlumina(pot.na2O, pot.caO)
            + pot.evaporation
            + pot.get("dose.bathTap");
    byCelsius = pot.get("dose.temperature");
    byExcess = pot.get("dose.excess");
    byPending = pot.get("dose.pending");
    rate = pot.get("dose.rate");
    celsiusSet = pot.get("dose.celsius");
    excessSet = pot.get("pot.alF3");
    celsius = book.doubles("dose.celsius", pots.count);
    excess = book.doubles("dose.excess", pots.count);
    pending = book.doubles("dose.pending", pots.count);
    fixed = book.doubles("dose.fixed", pots.count);
  }

  void start(int p) {
    celsius[p] = celsiusSet;
    excess[p] = excessSet;
    pending[p] = 0;
    fixed[p] = Double.NaN;
    pots.dosePerDay[p] = base;
  }

  /** Dose by the mass balance of pot P, kg/d. */
  double base() {
    return base;
  }

  /** Fixes the dose, kg/d; NaN gives it back to the control. */
  void fix(int p, double kgPerDay) {
    fixed[p] = kgPerDay;
    if (!Double.isNaN(kgPerDay)) {
      pots.dosePerDay[p] = kgPerDay;
    }
  }

  /** The decision of the day. */
  void decide(int p) {
    if (!Double.isNaN(fixed[p])) {
      return;
    }
    double wanted =
        base
            + byCelsius * (celsius[p] - celsiusSet)
            - byExcess * (excess[p] - excessSet)
            - byPending * pending[p];
    double before = pots.dosePerDay[p];
    double near = Math.min(before + rate, Math.max(before - rate, wanted));
    double dose = Math.min(LARGEST * base, Math.max(0, near));
    pending[p] = PENDING_MEMORY * pending[p] + dose - base;
    pots.dosePerDay[p] = dose;
  }
}
