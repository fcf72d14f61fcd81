package io.kunan.scenario.potline.core.advisor;

/**
 * What moved a pot in an hour, as far as it is known.
 *
 * @param amperes mean line current
 * @param volts mean without anode effects
 * @param extraWatts heat of anode effects that reached the bath, mean of the hour
 * @param aluminaKg fed
 * @param fluorideKg AlF3 that came from the crust into the bath
 * @param sodaFraction Na2O of the alumina, kg/kg
 * @param anodeWatts drawn by new anodes, mean of the hour
 * @param bathTapKg bath tapped
 */
record HourInputs(
    double amperes,
    double volts,
    double extraWatts,
    double aluminaKg,
    double fluorideKg,
    double sodaFraction,
    double anodeWatts,
    double bathTapKg) {}
