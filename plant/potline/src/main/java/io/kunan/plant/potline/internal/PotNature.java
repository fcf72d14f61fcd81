package io.kunan.plant.potline.internal;

import io.kunan.plant.potline.PotlineSettings;
import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.LedgeHeat;
import io.kunan.science.electrolysis.PotGeometry;

/**
 * What makes each pot differ from pot P: nobody on the line and no model knows it. Spreads are
 * those of the coefficient file, scaled with the perturbation asked for.
 */
final class PotNature {
  private static final double USUAL_PERCENT = 10;
  private static final double MOST_DEVIATIONS = 2.5;

  private final double scale;
  private final PotParameters pot;
  private final Pots pots;
  private final Streams streams;

  PotNature(PotlineSettings settings, PotParameters pot, Pots pots, Streams streams) {
    this.scale = settings.perturbPercent() / USUAL_PERCENT;
    this.pot = pot;
    this.pots = pots;
    this.streams = streams;
  }

  /** Draws everything but the trim of the set voltage. */
  void draw(int p, NominalPoint point) {
    pots.lining[p] = point.lining() * factor(p, "spread.lining");
    pots.sideTransfer[p] = pot.get("pot.sideTransfer") * factor(p, "spread.sideTransfer");
    double area = factor(p, "spread.ledgeArea");
    pots.ledgeDensityArea[p] = pot.ledgeDensityArea * area;
    pots.ledgeConductivityArea[p] =
        pot.ledgeConductivityArea * area * factor(p, "spread.ledgeConductivity");
    pots.cathodeOhms[p] = pot.cathodeOhms * factor(p, "spread.cathodeOhms");
    pots.anodeOhms[p] = pot.anodeOhms * factor(p, "spread.anodeOhms");
    pots.externalOhms[p] = pot.externalOhms * factor(p, "spread.externalOhms");
    double losses = factor(p, "spread.topTransfer");
    pots.topTransfer[p] = point.topTransfer() * losses;
    pots.bottomTransfer[p] = point.bottomTransfer() * losses;
    pots.fanning[p] = pot.fanning * factor(p, "spread.fanning");
    pots.onset[p] = pot.onset * factor(p, "spread.onset");
    pots.burn[p] = burn(p);
    pots.critical[p] = pot.get("noise.critical") + normal(p, "spread.critical");
    pots.efficiencyOffset[p] = normal(p, "spread.efficiency");
    chemistry(p);
  }

  private void chemistry(int p) {
    pots.dissolving[p] = pot.get("feed.dissolving") * factor(p, "spread.dissolving");
    pots.slowShare[p] = pot.slowShare * factor(p, "spread.slowShare");
    pots.sinking[p] = pot.sinking * factor(p, "spread.sinking");
    pots.backDissolving[p] = pot.backDissolving * factor(p, "spread.backDissolving");
    pots.poolSeconds[p] = pot.poolSeconds * factor(p, "spread.poolHours");
    pots.anodeHeat[p] = pot.get("anodes.heat") * factor(p, "spread.anodeHeat");
    pots.evaporationAt[p] = pot.evaporation * factor(p, "spread.evaporation");
    pots.absorbed[p] = uniform(p) * pot.get("spread.fluoride");
    pots.dumpKg[p] = pot.dumpKg * factor(p, "spread.dump");
    pots.bathAtStart[p] = pot.get("pot.bath") * factor(p, "spread.bath");
    pots.composition[p] = factor(p, "spread.composition");
  }

  private double burn(int p) {
    double usual = pot.get("anodes.netDrift") / 86_400;
    return pot.burnCmPerSecond + usual * (1 - factor(p, "spread.drift"));
  }

  /** Error of the set voltage, µΩ. */
  double trim(int p) {
    return uniform(p) * pot.get("spread.setVolts") / pot.amperes * 1e6;
  }

  /**
   * Volts to which the plant has set the pot: those of its own resistances at the nominal distance,
   * and what it took, within limits, to bring its heat into balance. The trim is the error of that.
   */
  double tunedVolts(int p, NominalPoint point) {
    double volts = ownVolts(p, point);
    double heat =
        pot.reaction.heatLoss(
            pot.amperes, volts, pot.amperes * pots.externalOhms[p], point.efficiency());
    double side =
        LedgeHeat.toShell(
            point.liquidus(), pots.lining[p], pot.get("pot.ledge"), pots.ledgeConductivityArea[p]);
    double aboveHall = point.celsius() - LedgeHeat.HALL_AIR;
    double given =
        side
            + (pots.topTransfer[p] + pots.bottomTransfer[p]) * aboveHall
            + pots.anodeHeat[p] / (pot.get("anodes.hours") * 3600);
    double most = pot.get("spread.tuned");
    return volts + Math.min(most, Math.max(-most, (given - heat) / pot.amperes));
  }

  private double ownVolts(int p, NominalPoint point) {
    var bath =
        new Bath(
            pot.get("pot.alF3"),
            pot.get("pot.caF2"),
            pot.get("pot.alumina"),
            pot.get("pot.liF"),
            pot.get("pot.mgF2"),
            pot.get("pot.kF"));
    var geometry =
        new PotGeometry(
            pot.anodeArea,
            pot.anodes,
            pots.fanning[p],
            pot.cathodeArea,
            pots.anodeOhms[p],
            pots.cathodeOhms[p],
            pots.externalOhms[p],
            pots.onset[p]);
    return pot.haupin
        .split(bath, point.celsius(), pot.amperes, pot.get("pot.distance"), geometry)
        .total();
  }

  private double factor(int p, String spread) {
    return 1 + pot.get(spread) * uniform(p);
  }

  /** −1 to 1, scaled; drawn in any case, so that the scale does not shift what follows. */
  private double uniform(int p) {
    return scale * (2 * streams.uniform(p, Source.INDIVIDUAL) - 1);
  }

  private double normal(int p, String spread) {
    double normal = streams.normal(p, Source.INDIVIDUAL);
    return scale * pot.get(spread) * Math.min(MOST_DEVIATIONS, Math.max(-MOST_DEVIATIONS, normal));
  }
}
