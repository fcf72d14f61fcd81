package io.kunan.science.electrolysis;

/**
 * What a pot controller makes of voltage and current: the pseudo-resistance, which does not move
 * with the line current, and its slope, which tells the alumina. Voltage and current must be
 * sampled within 50 ms of each other. The extrapolated voltage at zero current is taken as 1.65 V.
 */
public final class PseudoResistance {
  /** Extrapolated voltage at zero current, V. */
  public static final double ZERO_CURRENT_VOLTS = 1.65;

  private PseudoResistance() {}

  /** Pseudo-resistance in µΩ of a pot at volts and kiloamperes; the current is above zero. */
  public static double microOhms(double volts, double currentKa) {
    return (volts - ZERO_CURRENT_VOLTS) / currentKa * 1000;
  }

  /** Voltage the pot would have at the nominal current, V. */
  public static double normalisedVolts(double volts, double currentKa, double nominalKa) {
    return (volts - ZERO_CURRENT_VOLTS) / currentKa * nominalKa + ZERO_CURRENT_VOLTS;
  }

  /**
   * Least-squares slope per sample of the last {@code count} values of a ring, in the unit of the
   * values.
   *
   * @param ring values, oldest overwritten first
   * @param offset where the ring begins in the array
   * @param length of the ring
   * @param newest place of the newest value, counted from {@code offset}
   * @param count 2 to {@code length}
   */
  public static double slope(double[] ring, int offset, int length, int newest, int count) {
    double centre = (count - 1) / 2.0;
    double sum = 0;
    for (int back = 0; back < count; back++) {
      int place = Math.floorMod(newest - back, length);
      sum += (centre - back) * ring[offset + place];
    }
    return sum * 12 / ((double) count * (count - 1.0) * (count + 1.0));
  }
}
