package io.kunan.science.electrolysis;

/**
 * Faraday's law for aluminium (Al³⁺ + 3e⁻) and what follows from it for metal, alumina, carbon and
 * direct-current energy. Exact but for the constants (CODATA 2018, IUPAC atomic masses).
 */
public final class Faraday {
  /** Faraday constant, C/mol. */
  public static final double CONSTANT = 96485.33212;

  /** Molar gas constant, J/(mol K). */
  public static final double GAS_CONSTANT = 8.314462618;

  /** Molar masses, g/mol. */
  public static final double MOLAR_AL = 26.98154;

  public static final double MOLAR_AL2O3 = 101.961;
  public static final double MOLAR_ALF3 = 83.977;
  public static final double MOLAR_NAF = 41.988;
  public static final double MOLAR_CRYOLITE = 209.941;
  public static final double MOLAR_NA2O = 61.979;
  public static final double MOLAR_CAO = 56.077;
  public static final double MOLAR_CAF2 = 78.075;
  public static final double MOLAR_CARBON = 12.011;

  /** Electrochemical equivalent of aluminium, kg per ampere second. */
  public static final double KG_PER_COULOMB = MOLAR_AL / (3 * CONSTANT) / 1000;

  /** Alumina used for one kilogram of metal, kg/kg. */
  public static final double ALUMINA_PER_METAL = MOLAR_AL2O3 / (2 * MOLAR_AL);

  private static final double SECONDS_PER_DAY = 86_400;
  private static final Limits EFFICIENCY = new Limits(0.5, 1.0);

  private Faraday() {}

  /** Electrochemical equivalent of aluminium, g/Ah. */
  public static double gramsPerAmpereHour() {
    return KG_PER_COULOMB * 3600 * 1000;
  }

  /** Metal made in a day, kg/d, at a current in kA and a current efficiency as a fraction. */
  public static double metalPerDay(double currentKa, double currentEfficiency) {
    return KG_PER_COULOMB * 1000 * SECONDS_PER_DAY * currentKa * currentEfficiency;
  }

  /**
   * Direct-current energy per metal, kWh/kg.
   *
   * @param meanVolts time average with anode effects and the share of the bus bars
   */
  public static double energyPerMetal(double meanVolts, double currentEfficiency) {
    return meanVolts / currentEfficiency / (KG_PER_COULOMB * 3.6e6);
  }

  /** {@link #energyPerMetal} with its range: efficiency 0.5 to 1, voltage above zero. */
  public static Checked energyPerMetalChecked(double meanVolts, double currentEfficiency) {
    return new Checked(
        energyPerMetal(Math.max(0, meanVolts), EFFICIENCY.clamp(currentEfficiency)),
        meanVolts > 0 && EFFICIENCY.hold(currentEfficiency));
  }

  /** Alumina consumed by electrolysis, kg/s. */
  public static double aluminaPerSecond(double currentKa, double currentEfficiency) {
    return KG_PER_COULOMB * 1000 * currentKa * currentEfficiency * ALUMINA_PER_METAL;
  }

  /** Carbon burnt by the cell reaction, kg per kg of metal; air and CO2 burn come on top. */
  public static double carbonPerMetal(double currentEfficiency) {
    return 0.75 * MOLAR_CARBON / MOLAR_AL / currentEfficiency;
  }

  /**
   * Standard deviation of a current efficiency that was measured by a metal balance, as a fraction.
   *
   * @param inventoryKg standard deviation of the change of metal inventory, kg
   */
  public static double efficiencyDeviation(double inventoryKg, double currentKa, double days) {
    return inventoryKg / (metalPerDay(currentKa, 1) * days);
  }
}
