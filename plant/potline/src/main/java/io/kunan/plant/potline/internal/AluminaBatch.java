package io.kunan.plant.potline.internal;

/**
 * The alumina of the day, the same for all pots.
 *
 * @param na2O soda, kg/kg
 * @param solubility factor on the rate at which it dissolves
 * @param creditPerDay AlF3 that comes back with it from the scrubber beyond the usual, kg/d a pot
 */
record AluminaBatch(double na2O, double solubility, double creditPerDay) {}
