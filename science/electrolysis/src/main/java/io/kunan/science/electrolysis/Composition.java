package io.kunan.science.electrolysis;

/** The range of baths in which the conductivities are taken to hold. */
final class Composition {
  private static final Limits CELSIUS = new Limits(900, 1050);
  private static final Limits MAIN = new Limits(0, 20);
  private static final Limits MINOR = new Limits(0, 5);
  private static final Limits ALUMINA = new Limits(0, 11);

  private Composition() {}

  /** The nearest bath inside the range. */
  static Bath clamp(Bath bath) {
    return new Bath(
        MAIN.clamp(bath.alF3()),
        MAIN.clamp(bath.caF2()),
        ALUMINA.clamp(bath.al2O3()),
        MAIN.clamp(bath.liF()),
        MINOR.clamp(bath.mgF2()),
        MINOR.clamp(bath.kF()));
  }

  static double kelvin(double celsius) {
    return CELSIUS.clamp(celsius) + HaupinVoltage.KELVIN;
  }

  static boolean hold(double celsius, Bath bath) {
    return CELSIUS.hold(celsius) && clamp(bath).equals(bath);
  }
}
