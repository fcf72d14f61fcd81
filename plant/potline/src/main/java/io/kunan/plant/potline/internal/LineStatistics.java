package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotlineStatistics;
import io.kunan.science.electrolysis.Faraday;

/** Means and balances of a line since its start, from the ledger. */
final class LineStatistics {
  private LineStatistics() {}

  static PotlineStatistics of(PotModel model, int pots, long steps) {
    Ledger ledger = model.ledger;
    double seconds = 0;
    double celsius = 0;
    double alumina = 0;
    double volts = 0;
    double made = 0;
    double coulombs = 0;
    double effects = 0;
    double[] gaps = new double[4];
    for (int p = 0; p < pots; p++) {
      seconds += ledger.seconds[p];
      celsius += ledger.celsiusSeconds[p];
      alumina += ledger.aluminaSeconds[p];
      volts += ledger.voltSeconds[p];
      made += ledger.made[p];
      coulombs += ledger.coulombs[p];
      effects += model.incidents.effects[p];
      gaps[0] = Math.max(gaps[0], ledger.aluminiumGap(p));
      gaps[1] = Math.max(gaps[1], ledger.sodiumGap(p));
      gaps[2] = Math.max(gaps[2], ledger.fluorineGap(p));
      gaps[3] = Math.max(gaps[3], ledger.energyGap(p));
    }
    double potDays = seconds / 86_400;
    return new PotlineStatistics(
        pots,
        steps * PotStep.SECONDS / 86_400,
        celsius / seconds,
        alumina / seconds,
        volts / seconds,
        made / (coulombs * Faraday.KG_PER_COULOMB),
        effects / potDays,
        new PotlineStatistics.Closure(gaps[0], gaps[1], gaps[2], gaps[3]),
        0);
  }
}
