package io.kunan.science.electrolysis;

/**
 * Composition of the bath in weight per cent; the rest is cryolite Na3AlF6.
 *
 * @param alF3 excess aluminium fluoride, of the whole bath, 0–20
 * @param caF2 0–20
 * @param al2O3 dissolved alumina, 0 to saturation
 * @param liF 0–20
 * @param mgF2 0–5
 * @param kF 0–5
 */
public record Bath(double alF3, double caF2, double al2O3, double liF, double mgF2, double kF) {

  /** Weight per cent that is neither cryolite nor aluminium fluoride. */
  public double others() {
    return caF2 + al2O3 + liF + mgF2 + kF;
  }

  public Bath withAlumina(double percent) {
    return new Bath(alF3, caF2, percent, liF, mgF2, kF);
  }

  /** Molar ratio NaF to AlF3 (分子比). */
  public double cryoliteRatio() {
    return cryoliteRatio(alF3, others());
  }

  /** Mass ratio NaF to AlF3, half the molar ratio. */
  public double bathRatio() {
    return cryoliteRatio() / 2;
  }

  /**
   * Molar ratio NaF to AlF3.
   *
   * @param alF3 excess aluminium fluoride, wt%
   * @param others sum of all that is neither cryolite nor aluminium fluoride, wt%
   */
  public static double cryoliteRatio(double alF3, double others) {
    double cryolite = (100 - others - alF3) / Faraday.MOLAR_CRYOLITE;
    return 3 * cryolite / (cryolite + alF3 / Faraday.MOLAR_ALF3);
  }

  /** Excess aluminium fluoride, wt%, at a molar ratio: the inverse of {@link #cryoliteRatio}. */
  public static double excessAlF3(double cryoliteRatio, double others) {
    double molesPerCryolite = (3 - cryoliteRatio) / cryoliteRatio;
    double massPerCryolite = molesPerCryolite * Faraday.MOLAR_ALF3 / Faraday.MOLAR_CRYOLITE;
    return (100 - others) * massPerCryolite / (1 + massPerCryolite);
  }
}
