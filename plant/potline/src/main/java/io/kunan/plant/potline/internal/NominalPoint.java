package io.kunan.plant.potline.internal;

import io.kunan.science.electrolysis.Bath;
import io.kunan.science.electrolysis.Faraday;
import io.kunan.science.electrolysis.FluorideBalance;
import io.kunan.science.electrolysis.LedgeHeat;
import io.kunan.science.electrolysis.PseudoResistance;
import io.kunan.science.electrolysis.VoltageSplit;

/**
 * The balanced state of pot P at its nominal point, with the resistances of lining, top and bottom
 * that keep it there. A pot that differs from P starts here and drifts to a point of its own.
 *
 * @param liquidus °C
 * @param celsius bath temperature
 * @param split voltage by its parts
 * @param efficiency current efficiency as a fraction
 * @param isoVolts voltage of the reaction with the heating of alumina, V
 * @param reactionVolts without it, V
 * @param heat given off, W
 * @param topWatts through crust and gas
 * @param bottomWatts through the bottom
 * @param anodeWatts drawn by new anodes on average
 * @param lining side lining, K/W
 * @param topTransfer W/K
 * @param bottomTransfer W/K
 * @param aluminaPerSecond demand, kg/s
 * @param alF3PerDay demand, kg/d
 * @param microOhms pseudo-resistance
 * @param noise mV
 */
public record NominalPoint(
    double liquidus,
    double celsius,
    VoltageSplit split,
    double efficiency,
    double isoVolts,
    double reactionVolts,
    double heat,
    double topWatts,
    double bottomWatts,
    double anodeWatts,
    double lining,
    double topTransfer,
    double bottomTransfer,
    double aluminaPerSecond,
    double alF3PerDay,
    double microOhms,
    double noise) {

  private static final double SECONDS_PER_DAY = 86_400;

  /** The nominal point of pot P, from which every pot starts. */
  public static NominalPoint ofPotP(PotParameters pot) {
    double side = pot.get("pot.sideWatts");
    double distance = pot.get("pot.distance");
    Bath bath =
        new Bath(
            pot.get("pot.alF3"),
            pot.get("pot.caF2"),
            pot.get("pot.alumina"),
            pot.get("pot.liF"),
            pot.get("pot.mgF2"),
            pot.get("pot.kF"));
    double liquidus = pot.liquidus.at(bath).value();
    double superheat = side / pot.get("pot.sideTransfer");
    double celsius = liquidus + superheat;
    VoltageSplit split = pot.haupin.split(bath, celsius, pot.amperes, distance, pot.geometry());
    double ledge = 100 * pot.get("pot.ledge");
    double critical = pot.get("noise.critical");
    double metal = pot.get("pot.metal") * pot.cmPerKgMetal;
    double noise = pot.laws.noise(distance, critical, ledge, 0, 0, metal);
    double efficiency = pot.laws.efficiency(0, superheat, bath.alF3(), distance, noise, ledge, 0);
    double alumina = Faraday.aluminaPerSecond(pot.amperes / 1000, efficiency);
    double heat = pot.reaction.heatLoss(pot.amperes, split.total(), split.external(), efficiency);
    double anodes = pot.get("anodes.heat") / (pot.get("anodes.hours") * 3600);
    double top = (heat - side - anodes) * pot.get("pot.topShare");
    double bottom = heat - side - anodes - top;
    double aboveHall = celsius - LedgeHeat.HALL_AIR;
    double uptake = alumina * SECONDS_PER_DAY * FluorideBalance.uptakePerAlumina(pot.na2O, pot.caO);
    return new NominalPoint(
        liquidus,
        celsius,
        split,
        efficiency,
        pot.reaction.isoVolts(efficiency),
        pot.reaction.reactionVolts(efficiency, alumina, pot.feedHeat, pot.amperes),
        heat,
        top,
        bottom,
        anodes,
        LedgeHeat.liningInBalance(liquidus, side, pot.get("pot.ledge"), pot.ledgeConductivityArea),
        top / aboveHall,
        bottom / aboveHall,
        alumina,
        uptake + FluorideBalance.evaporation(pot.evaporation, celsius, bath.alF3()),
        PseudoResistance.microOhms(split.total(), pot.amperes / 1000),
        noise);
  }
}
