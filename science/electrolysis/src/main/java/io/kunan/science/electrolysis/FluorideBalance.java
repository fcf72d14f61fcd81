package io.kunan.science.electrolysis;

/**
 * Aluminium fluoride used up by the impurities of alumina, by stoichiometry: 3 Na2O + 4 AlF3 → 2
 * Na3AlF6 + Al2O3 and 3 CaO + 2 AlF3 → 3 CaF2 + Al2O3; and by evaporation (a prior in the form of
 * an Arrhenius-like law).
 */
public final class FluorideBalance {
  /** kg AlF3 used by one kg Na2O. */
  public static final double ALF3_PER_NA2O = 4 * Faraday.MOLAR_ALF3 / (3 * Faraday.MOLAR_NA2O);

  /** kg cryolite made from one kg Na2O. */
  public static final double CRYOLITE_PER_NA2O =
      2 * Faraday.MOLAR_CRYOLITE / (3 * Faraday.MOLAR_NA2O);

  /** kg alumina made from one kg Na2O. */
  public static final double ALUMINA_PER_NA2O = Faraday.MOLAR_AL2O3 / (3 * Faraday.MOLAR_NA2O);

  /** kg AlF3 used by one kg CaO. */
  public static final double ALF3_PER_CAO = 2 * Faraday.MOLAR_ALF3 / (3 * Faraday.MOLAR_CAO);

  /** kg CaF2 made from one kg CaO. */
  public static final double CAF2_PER_CAO = Faraday.MOLAR_CAF2 / Faraday.MOLAR_CAO;

  /** kg alumina made from one kg CaO. */
  public static final double ALUMINA_PER_CAO = Faraday.MOLAR_AL2O3 / (3 * Faraday.MOLAR_CAO);

  private FluorideBalance() {}

  /** kg AlF3 used by one kg alumina with mass fractions of Na2O and CaO. */
  public static double uptakePerAlumina(double na2O, double caO) {
    return ALF3_PER_NA2O * na2O + ALF3_PER_CAO * caO;
  }

  /**
   * AlF3 lost to the fume, kg/d.
   *
   * @param atReference loss at 954 °C and 10 % excess, kg/d
   * @param celsius bath temperature, 900–1050
   * @param excess AlF3, 0–20 wt%
   */
  public static double evaporation(double atReference, double celsius, double excess) {
    double t = Math.min(1050, Math.max(900, celsius));
    double x = Math.min(20, Math.max(0, excess)) / 10;
    return atReference * Math.exp(0.03 * (t - 954)) * x * Math.sqrt(x);
  }
}
