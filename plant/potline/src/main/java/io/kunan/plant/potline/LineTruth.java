package io.kunan.plant.potline;

/**
 * The truth of the virtual line since {@link Potline#beginTruth}, which no instrument shows. Root
 * mean squares are about the fixed target; spread within is that of a pot about its own mean,
 * between that of the pots' means.
 *
 * @param bathTemperature °C, target 956
 * @param excessAlF3 wt%, target 10
 * @param alumina wt%, target 2.2
 * @param currentEfficiency fraction
 * @param kwhPerTonne direct current with bus bars and anode effects
 * @param meanVolts V
 * @param noiseOver20Percent time with true noise above 20 mV
 * @param ledgeOver10Percent time with ledge above 10 cm
 * @param superheatUnder5Percent time with superheat below 5 °C
 * @param aePerPotDay anode effects
 * @param aluminiumFluorideKgPerTonne dosed
 * @param tapErrorRms planned tap less true production of a day, kg
 * @param metalHeightRms true metal height before the tap about its target, cm
 * @param unsafeWrites set-points that pot controllers refused
 * @param lostPots pots that had to be held inside what the equations bear, since the very start
 */
public record LineTruth(
    Spread bathTemperature,
    Spread excessAlF3,
    Spread alumina,
    double currentEfficiency,
    double kwhPerTonne,
    double meanVolts,
    double noiseOver20Percent,
    double ledgeOver10Percent,
    double superheatUnder5Percent,
    double aePerPotDay,
    double aluminiumFluorideKgPerTonne,
    double tapErrorRms,
    double metalHeightRms,
    long unsafeWrites,
    int lostPots) {

  /** How a quantity spreads over time and pots. */
  public record Spread(double mean, double rms, double sdWithin, double sdBetween) {}
}
