package io.kunan.scenario.potline.core;

/**
 * What a site sets for its aluminium fluoride rule. The defaults are engineering priors for a 500
 * kA line; fit them to the plant.
 *
 * @param temperatureTarget bath temperature wanted, °C, 945…962
 * @param excessTarget excess AlF3 wanted, % of bath, 8…12
 * @param temperatureGain kg/d for each °C above target
 * @param excessGain kg/d for each % above target
 * @param pendingGain share of a dose still on its way that is taken off, 0…1
 * @param halfLifeDays memory of the filter on samples, days
 * @param sodaFraction Na2O in the alumina, kg/kg
 * @param limeFraction CaO in the alumina, kg/kg
 * @param evaporation net loss by evaporation and hydrolysis, kg/d
 * @param lineTrim what the line as a whole needs more or less than the balance says, kg/d, because
 *     the fluoride that comes back with scrubbed alumina is not measured
 * @param dailyStep largest change of the dose from one day to the next, kg/d
 * @param ceiling largest dose as a multiple of the base dose
 * @param deadBand what is too small to ask a person for
 */
public record FluorideParameters(
    double temperatureTarget,
    double excessTarget,
    double temperatureGain,
    double excessGain,
    double pendingGain,
    double halfLifeDays,
    double sodaFraction,
    double limeFraction,
    double evaporation,
    double lineTrim,
    double dailyStep,
    double ceiling,
    DeadBand deadBand) {

  private static final double AUTOMATIC_PENDING = 0.1;

  /** The starting values for a line whose target temperature and excess are given. */
  public static FluorideParameters defaults(double temperatureTarget, double excessTarget) {
    return new FluorideParameters(
        temperatureTarget,
        excessTarget,
        1.5,
        8,
        0.3,
        2,
        0.0040,
        0.0003,
        6,
        0,
        20,
        2.5,
        DeadBand.usual());
  }

  /**
   * The dose that balances what the alumina's soda and lime take up and what evaporates, kg/d. Soda
   * turns 1.8065 kg and lime 0.998 kg of AlF3 for each kg into cryolite and fluorspar.
   *
   * @param aluminaFeed kg/d, about 7,100 for a 500 kA pot
   */
  public double baseDose(double aluminaFeed) {
    return aluminaFeed * (1.8065 * sodaFraction + 0.998 * limeFraction) + evaporation + lineTrim;
  }

  /** The same site with another trim of the line, kg/d. */
  public FluorideParameters withLineTrim(double trim) {
    return with(pendingGain, sodaFraction, trim, deadBand);
  }

  /** The same site with alumina of another soda, kg/kg. */
  public FluorideParameters withSoda(double fraction) {
    return with(pendingGain, fraction, lineTrim, deadBand);
  }

  /** The same site with another dead band. */
  public FluorideParameters withDeadBand(DeadBand band) {
    return with(pendingGain, sodaFraction, lineTrim, band);
  }

  /**
   * The same site followed by a machine: every change is made, and less is taken off for a dose on
   * its way, as none is forgotten.
   */
  public FluorideParameters automatic() {
    return with(AUTOMATIC_PENDING, sodaFraction, lineTrim, DeadBand.NONE);
  }

  private FluorideParameters with(double pending, double soda, double trim, DeadBand band) {
    return new FluorideParameters(
        temperatureTarget,
        excessTarget,
        temperatureGain,
        excessGain,
        pending,
        halfLifeDays,
        soda,
        limeFraction,
        evaporation,
        trim,
        dailyStep,
        ceiling,
        band);
  }
}
