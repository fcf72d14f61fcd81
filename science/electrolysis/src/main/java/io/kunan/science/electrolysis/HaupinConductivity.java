package io.kunan.science.electrolysis;

/**
 * Electrical conductivity of the bath. Haupin, Light Metals 1998 (after Wang); coefficients as
 * collected by Yao et al., AIChE J. 63 (2017) 2806. Taken as valid 900–1050 °C, AlF3, CaF2, LiF up
 * to 20 wt%, MgF2, KF up to 5 wt%, alumina up to 11 wt%. KF has no term of its own: it only takes
 * the place of cryolite.
 */
public final class HaupinConductivity {
  private static final Limits CELSIUS = new Limits(900, 1050);
  private static final Limits MAIN = new Limits(0, 20);
  private static final Limits MINOR = new Limits(0, 5);
  private static final Limits ALUMINA = new Limits(0, 11);
  private static final double KELVIN = 273.15;
  private static final double LIF = 25.94;
  private static final double MGF2 = 62.31;
  private static final double NAF = 41.99;
  private static final double ALF3 = 83.98;

  private final double base;
  private final double ratio;
  private final double c1;
  private final double o1;
  private final double l1;
  private final double m1;
  private final double activation;

  public HaupinConductivity(Coefficients file) {
    base = file.get("conductivity.base");
    ratio = file.get("conductivity.ratio");
    c1 = file.get("conductivity.c1");
    o1 = file.get("conductivity.o1");
    l1 = file.get("conductivity.l1");
    m1 = file.get("conductivity.m1");
    activation = file.get("conductivity.activation");
  }

  /** Conductivity in S/cm; composition in wt%, inputs are moved into their valid range first. */
  public double siemensPerCm(
      double celsius, double alF3, double caF2, double al2O3, double liF, double mgF2, double kF) {
    double a = MAIN.clamp(alF3);
    double c = MAIN.clamp(caF2);
    double o = ALUMINA.clamp(al2O3);
    double l = MAIN.clamp(liF);
    double m = MINOR.clamp(mgF2);
    double cryolite = 100 - a - o - c - l - m - MINOR.clamp(kF);
    double naF = 0.6 * cryolite;
    double moles = 0.5 * (naF / NAF + l / LIF - m / MGF2) / ((a + 2.0 / 3.0 * naF) / ALF3);
    return Math.exp(
        base
            + ratio * moles
            - c1 * c
            - o1 * o
            + l1 * l
            - m1 * m
            - activation / (CELSIUS.clamp(celsius) + KELVIN));
  }

  /** Conductivity in S/cm with its range. */
  public Checked at(double celsius, Bath bath) {
    return new Checked(
        siemensPerCm(
            celsius, bath.alF3(), bath.caF2(), bath.al2O3(), bath.liF(), bath.mgF2(), bath.kF()),
        CELSIUS.hold(celsius)
            && MAIN.hold(bath.alF3())
            && MAIN.hold(bath.caF2())
            && ALUMINA.hold(bath.al2O3())
            && MAIN.hold(bath.liF())
            && MINOR.hold(bath.mgF2())
            && MINOR.hold(bath.kF()));
  }
}
