package io.kunan.science.electrolysis;

/**
 * Heat through the frozen side ledge. The bath gives heat to the ledge in proportion to its
 * superheat; the ledge passes heat to the shell through its own thickness and the lining. What
 * differs between the two melts or freezes ledge, which is almost pure cryolite. Watt, metre, °C.
 */
public final class LedgeHeat {
  /** Temperature of the surroundings of the shell, °C. */
  public static final double SHELL_AIR = 40;

  /** Temperature above the crust and below the pot, °C. */
  public static final double HALL_AIR = 60;

  private LedgeHeat() {}

  /** Heat from bath to ledge, W; negative when the bath is colder than its liquidus. */
  public static double fromBath(double wattsPerKelvin, double celsius, double liquidus) {
    return wattsPerKelvin * (celsius - liquidus);
  }

  /** Heat from ledge face to shell, W. */
  public static double toShell(
      double liquidus, double liningKelvinPerWatt, double thickness, double conductivityArea) {
    return (liquidus - SHELL_AIR) / (liningKelvinPerWatt + thickness / conductivityArea);
  }

  /** Ledge that melts (negative) or freezes (positive), kg/s. */
  public static double freezing(double toShell, double fromBath, double joulesPerKg) {
    return (toShell - fromBath) / joulesPerKg;
  }

  /** Thickness of a ledge, m. */
  public static double thickness(double ledgeKg, double kgPerCubicMetre, double area) {
    return ledgeKg / (kgPerCubicMetre * area);
  }

  /** Resistance of the lining, K/W, that keeps a ledge of this thickness in balance. */
  public static double liningInBalance(
      double liquidus, double sideWatts, double thickness, double conductivityArea) {
    return (liquidus - SHELL_AIR) / sideWatts - thickness / conductivityArea;
  }
}
