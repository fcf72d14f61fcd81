package io.kunan.science.electrolysis;

/**
 * The part of the pot voltage that the reaction takes up (iso-voltage) for Al2O3 + 1.5/CE C → 2 Al
 * + (3 − 1.5/CE) CO2 + (3/CE − 3) CO, reactants at 25 °C, products at about 960 °C. Enthalpies from
 * standard tables; efficiency 0.75–1.
 */
public final class ReactionEnergy {
  private static final Limits EFFICIENCY = new Limits(0.75, 1);

  private final double alumina;
  private final double co2;
  private final double co;
  private final double metal;

  public ReactionEnergy(Coefficients file) {
    alumina = file.get("enthalpy.alumina");
    co2 = file.get("enthalpy.co2");
    co = file.get("enthalpy.co");
    metal = file.get("enthalpy.metal");
  }

  /** Iso-voltage, V, at a current efficiency as a fraction. */
  public double isoVolts(double currentEfficiency) {
    double ce = EFFICIENCY.clamp(currentEfficiency);
    double kilojoules = alumina + (3 - 1.5 / ce) * co2 + (3 / ce - 3) * co + 2 * metal;
    return ce * kilojoules * 1000 / (6 * Faraday.CONSTANT);
  }

  /** Iso-voltage, V, with its range. */
  public Checked isoVoltsChecked(double currentEfficiency) {
    return new Checked(isoVolts(currentEfficiency), EFFICIENCY.hold(currentEfficiency));
  }

  /**
   * Iso-voltage without the heating of alumina, V: for dynamics, which charge that heat when the
   * alumina falls in.
   *
   * @param aluminaPerSecond consumed, kg/s
   * @param joulesPerKg to heat and dissolve alumina
   */
  public double reactionVolts(
      double currentEfficiency, double aluminaPerSecond, double joulesPerKg, double amperes) {
    return isoVolts(currentEfficiency) - aluminaPerSecond * joulesPerKg / amperes;
  }

  /** Heat the pot gives off, W: all volts but those of the bus bars and of the reaction. */
  public double heatLoss(
      double amperes, double volts, double externalVolts, double currentEfficiency) {
    return amperes * (volts - externalVolts - isoVolts(currentEfficiency));
  }
}
