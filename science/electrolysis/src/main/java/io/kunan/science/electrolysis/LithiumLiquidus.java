package io.kunan.science.electrolysis;

/**
 * Second opinion on the liquidus, fitted to baths with much lithium and potassium as in Chinese
 * plants: J. Min. Metall. B 50 (2014). Valid for alumina 2–4 wt%, LiF, KF, CaF2 up to 7 wt%, molar
 * ratio 2.2–3.0. MgF2 has no term.
 */
public final class LithiumLiquidus {
  /** The paper in one line. */
  public static final String SOURCE = "J. Min. Metall. Sect. B 50 (2014), baths with Li and K";

  private static final Limits RATIO = new Limits(2.2, 3.0);
  private static final Limits EXCESS = new Limits(0, 14);
  private static final Limits ALUMINA = new Limits(2, 4);
  private static final Limits MINOR = new Limits(0, 7);

  private final double pure;
  private final double a1;
  private final double a2;
  private final double o1;
  private final double o2;
  private final double l1;
  private final double l2;
  private final double k1;
  private final double k2;
  private final double c1;
  private final double c2;
  private final double al;
  private final double ak;
  private final double ac;
  private final double ol;

  public LithiumLiquidus(Coefficients file) {
    pure = file.get("lithiumLiquidus.pure");
    a1 = file.get("lithiumLiquidus.a1");
    a2 = file.get("lithiumLiquidus.a2");
    o1 = file.get("lithiumLiquidus.o1");
    o2 = file.get("lithiumLiquidus.o2");
    l1 = file.get("lithiumLiquidus.l1");
    l2 = file.get("lithiumLiquidus.l2");
    k1 = file.get("lithiumLiquidus.k1");
    k2 = file.get("lithiumLiquidus.k2");
    c1 = file.get("lithiumLiquidus.c1");
    c2 = file.get("lithiumLiquidus.c2");
    al = file.get("lithiumLiquidus.al");
    ak = file.get("lithiumLiquidus.ak");
    ac = file.get("lithiumLiquidus.ac");
    ol = file.get("lithiumLiquidus.ol");
  }

  /** Liquidus in °C; inputs in wt% are moved into their valid range first. */
  public double celsius(double alF3, double caF2, double al2O3, double liF, double kF) {
    double a = EXCESS.clamp(alF3);
    double c = MINOR.clamp(caF2);
    double o = ALUMINA.clamp(al2O3);
    double l = MINOR.clamp(liF);
    double k = MINOR.clamp(kF);
    return pure
        + a * (a1 - a2 * a + al * l + ak * k + ac * c)
        - o * (o1 - o2 * o + ol * l)
        - l * (l1 - l2 * l)
        - k * (k1 + k2 * k)
        - c * (c1 - c2 * c);
  }

  /** Liquidus in °C with its range. */
  public Checked at(Bath bath) {
    return new Checked(
        celsius(bath.alF3(), bath.caF2(), bath.al2O3(), bath.liF(), bath.kF()),
        EXCESS.hold(bath.alF3())
            && RATIO.hold(bath.cryoliteRatio())
            && ALUMINA.hold(bath.al2O3())
            && MINOR.hold(bath.liF())
            && MINOR.hold(bath.kF())
            && MINOR.hold(bath.caF2()));
  }
}
