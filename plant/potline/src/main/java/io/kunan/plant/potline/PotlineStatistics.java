package io.kunan.plant.potline;

/**
 * What came of a run, over all pots and the whole time.
 *
 * @param pots number
 * @param days simulated
 * @param meanBathTemperature true, °C
 * @param meanAlumina dissolved, wt%
 * @param meanVolts with anode effects, V
 * @param currentEfficiency metal made by Faraday's law, fraction
 * @param aePerPotDay anode effects by pot and day
 * @param closure what the balances do not account for, worst pot
 * @param seconds of wall time
 */
public record PotlineStatistics(
    int pots,
    double days,
    double meanBathTemperature,
    double meanAlumina,
    double meanVolts,
    double currentEfficiency,
    double aePerPotDay,
    Closure closure,
    double seconds) {

  /** The same with the wall time of the run. */
  PotlineStatistics withSeconds(double wall) {
    return new PotlineStatistics(
        pots,
        days,
        meanBathTemperature,
        meanAlumina,
        meanVolts,
        currentEfficiency,
        aePerPotDay,
        closure,
        wall);
  }

  /** Unaccounted part of what went in, of the worst pot: elements in mol, energy in J. */
  public record Closure(double al, double na, double f, double energy) {}
}
