package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.AluminaBalance;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.FluorideBalance;
import io.kunan.science.electrolysis.HaupinVoltage;

/**
 * What changes slowly enough to be worked out every half minute: liquidus, saturation, the voltage
 * as a straight line in current and distance, current efficiency, evaporation.
 */
final class PotChemistry {
  /** Below this, wt%, the current finds too little alumina to make metal from. */
  private static final double EXHAUSTED = 0.3;

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double CM2 = 1e4;

  private final PotParameters pot;
  private final Pots pots;
  private final double oneAnodeCm2;
  private final double cathodeCm2;
  private final double coldMemory;

  PotChemistry(PotParameters pot, Pots pots) {
    this.pot = pot;
    this.pots = pots;
    oneAnodeCm2 = pot.geometry().oneAnodeCm2();
    cathodeCm2 = pot.cathodeArea * CM2;
    coldMemory = Math.exp(-PotStep.REFRESH * PotStep.SECONDS / (3600 * pot.get("noise.coldHours")));
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
    pots.coldAnodes[p] *= coldMemory;
    pots.noise[p] =
        pot.laws.noise(
            pots.distance[p],
            pots.critical[p],
            pots.ledgeCm(p),
            pots.sludge[p],
            pots.coldAnodes[p],
            pots.metal[p] * pot.cmPerKgMetal);
    efficiency(p, a, o);
    undissolved(p);
    pots.evaporation[p] =
        (FluorideBalance.evaporation(pots.evaporationAt[p], t, a) + pots.absorbed[p])
            / SECONDS_PER_DAY;
  }

  private void volts(
      int p, double amperes, double o, double saturation, double ratio, double kappa) {
    HaupinVoltage haupin = pot.haupin;
    double t = pots.celsius[p];
    double density = amperes / (pots.fanning[p] * pot.anodeArea * CM2);
    double critical = haupin.criticalDensity(t, o, oneAnodeCm2);
    double polarisation =
        haupin.reversible(t, o / saturation)
            + haupin.anodeConcentration(t, density, critical)
            + haupin.anodeSurface(t, density, o)
            + haupin.cathodeConcentration(t, ratio, amperes / cathodeCm2);
    double layer = haupin.bubbleThickness(density);
    double cover = haupin.bubbleCover(density, ratio, o, pots.onset[p]);
    double ohmsPerCm = 1 / (kappa * pots.fanning[p] * pot.anodeArea * CM2);
    pots.baseVolts[p] = polarisation;
    pots.ohmsPerCm[p] = ohmsPerCm;
    pots.layer[p] = layer;
    pots.voltsPerAmpere[p] =
        pots.anodeOhms[p]
            + pots.cathodeOhms[p] * pot.laws.cathodeFactor(pots.ledgeCm(p), pots.sludge[p])
            + pots.externalOhms[p]
            + ohmsPerCm * layer * cover / (1 - cover);
    pots.densityMargin[p] = critical - density;
  }

  private void efficiency(int p, double excess, double alumina) {
    double efficiency =
        pots.effectVolts[p] > 0
            ? pot.aeEfficiency
            : pot.laws.efficiency(
                pots.efficiencyOffset[p],
                pots.superheat(p),
                excess,
                pots.distance[p],
                pots.noise[p],
                pots.ledgeCm(p),
                pots.sludge[p]);
    efficiency = Math.max(0.1, efficiency);
    pots.efficiency[p] = efficiency * Math.min(1, Math.max(0, alumina) / EXHAUSTED);
    pots.isoVolts[p] = pot.reaction.isoVolts(pots.efficiency[p]);
  }

  private void undissolved(int p) {
    double superheat = pots.superheat(p);
    pots.slowShareNow[p] = pot.laws.slowShare(pots.slowShare[p], superheat);
    pots.sinkingNow[p] = pots.sinking[p] * pot.laws.sinkingFactor(superheat);
    pots.backNow[p] = pots.backDissolving[p] * pot.laws.backFactor(superheat);
  }
}
