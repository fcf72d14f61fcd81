package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.AluminaBalance;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.FluorideBalance;
import io.kunan.science.electrolysis.HaupinVoltage;
import io.kunan.science.electrolysis.PotGeometry;

/**
 * What changes slowly enough to be worked out every half minute: liquidus, saturation, the voltage
 * as a straight line in current and distance, current efficiency, evaporation.
 */
final class PotChemistry {
  /** Below this, wt%, the current finds too little alumina to make metal from. */
  private static final double EXHAUSTED = 0.3;

  private static final double SECONDS_PER_DAY = 86_400;

  private final PotParameters pot;
  private final Pots pots;
  private final PotGeometry geometry;

  PotChemistry(PotParameters pot, Pots pots) {
    this.pot = pot;
    this.pots = pots;
    this.geometry = pot.geometry(pot.cathodeOhms);
  }

  void refresh(int p, double amperes) {
    double percent = 100 / pots.bath(p);
    double a = pots.excess[p] * percent;
    double c = pots.caF2[p] * percent;
    double o = pots.dissolved[p] * percent;
    double others = pots.additives[p] * percent;
    double l = others * pot.liShare;
    double m = others * pot.mgShare;
    double t = pots.celsius[p];
    pots.liquidus[p] = pot.liquidus.celsius(a, c, o, l, m, others * pot.kShare);
    double saturation = pot.haupin.saturation().percent(t, a, c, l, m);
    pots.gap[p] = AluminaBalance.gap(o, saturation);
    double kappa = pot.haupin.conductivity().siemensPerCm(t, a, c, o, l, m, others * pot.kShare);
    double ratio = Bath.cryoliteRatio(a, c + o + others) / 2;
    volts(p, amperes, o, saturation, ratio, kappa);
    efficiency(p, a, o);
    pots.evaporation[p] = FluorideBalance.evaporation(pot.evaporation, t, a) / SECONDS_PER_DAY;
  }

  private void volts(
      int p, double amperes, double o, double saturation, double ratio, double kappa) {
    HaupinVoltage haupin = pot.haupin;
    double t = pots.celsius[p];
    double density = geometry.anodeDensity(amperes);
    double critical = haupin.criticalDensity(t, o, geometry.oneAnodeCm2());
    double polarisation =
        haupin.reversible(t, o / saturation)
            + haupin.anodeConcentration(t, density, critical)
            + haupin.anodeSurface(t, density, o)
            + haupin.cathodeConcentration(t, ratio, geometry.cathodeDensity(amperes));
    double layer = haupin.bubbleThickness(density);
    double cover = haupin.bubbleCover(density, ratio, o, pot.onset);
    double ohmsPerCm = 1 / (kappa * geometry.conductingCm2());
    pots.baseVolts[p] = polarisation;
    pots.ohmsPerCm[p] = ohmsPerCm;
    pots.layer[p] = layer;
    pots.voltsPerAmpere[p] =
        pot.anodeOhms
            + pots.cathodeOhms[p]
            + pot.externalOhms
            + ohmsPerCm * layer * cover / (1 - cover);
    pots.densityMargin[p] = critical - density;
  }

  private void efficiency(int p, double excess, double alumina) {
    double efficiency =
        pots.effectVolts[p] > 0
            ? pot.aeEfficiency
            : pots.efficiencyOffset[p]
                + pot.laws.efficiency(
                    pots.superheat(p),
                    excess,
                    pots.distance[p],
                    pot.laws.noiseMillivolts(pots.restlessness[p]));
    efficiency = Math.min(0.985, Math.max(0.1, efficiency));
    pots.efficiency[p] = efficiency * Math.min(1, Math.max(0, alumina) / EXHAUSTED);
    pots.isoVolts[p] = pot.reaction.isoVolts(pots.efficiency[p]);
  }
}
