package io.kunan.science.electrolysis;

/**
 * Temperature at which cryolite begins to freeze from the bath. Solheim, Rolseth, Skybakmoen,
 * Støen, Sterten, Støre: Light Metals 1995 p. 451; Metall. Mater. Trans. B 27 (1996) 739. Valid for
 * AlF3, CaF2, LiF up to 20 wt%, MgF2, KF up to 5 wt%, alumina up to saturation (taken as 11 wt%
 * here; ask {@link SkybakmoenSaturation}). Fit a constant offset for each plant.
 */
public final class SolheimLiquidus {
  /** The paper in one line. */
  public static final String SOURCE = "Solheim et al., Metall. Mater. Trans. B 27 (1996) 739";

  private static final Limits MAIN = new Limits(0, 20);
  private static final Limits MINOR = new Limits(0, 5);
  private static final Limits ALUMINA = new Limits(0, 11);

  private final double pure;
  private final double a1;
  private final double a2;
  private final double aPower;
  private final double c1;
  private final double c2;
  private final double ca1;
  private final double ca2;
  private final double o1;
  private final double o2;
  private final double o3;
  private final double o4;
  private final double l1;
  private final double l2;
  private final double l3;
  private final double m1;
  private final double k1;

  public SolheimLiquidus(Coefficients file) {
    pure = file.get("liquidus.pure");
    a1 = file.get("liquidus.a1");
    a2 = file.get("liquidus.a2");
    aPower = file.get("liquidus.aPower");
    c1 = file.get("liquidus.c1");
    c2 = file.get("liquidus.c2");
    ca1 = file.get("liquidus.ca1");
    ca2 = file.get("liquidus.ca2");
    o1 = file.get("liquidus.o1");
    o2 = file.get("liquidus.o2");
    o3 = file.get("liquidus.o3");
    o4 = file.get("liquidus.o4");
    l1 = file.get("liquidus.l1");
    l2 = file.get("liquidus.l2");
    l3 = file.get("liquidus.l3");
    m1 = file.get("liquidus.m1");
    k1 = file.get("liquidus.k1");
  }

  /** Liquidus in °C; inputs in wt% are moved into their valid range first. */
  public double celsius(
      double alF3, double caF2, double al2O3, double liF, double mgF2, double kF) {
    double a = MAIN.clamp(alF3);
    double c = MAIN.clamp(caF2);
    double o = ALUMINA.clamp(al2O3);
    double l = MAIN.clamp(liF);
    double m = MINOR.clamp(mgF2);
    double k = MINOR.clamp(kF);
    double ca = c * a;
    return pure
        + a1 * a
        - a2 * Math.pow(a, aPower)
        - c1 * c / (1 + c2 * c)
        + ca1 * ca
        - ca2 * ca * Math.sqrt(ca)
        - o1 * o / (1 + o2 * o - o3 * o * o - o4 * a * o)
        - l1 * l / (1 + l2 * l + l3 * a * a)
        - m1 * m
        - k1 * k;
  }

  /** Liquidus in °C with its range. */
  public Checked at(Bath bath) {
    return new Checked(
        celsius(bath.alF3(), bath.caF2(), bath.al2O3(), bath.liF(), bath.mgF2(), bath.kF()),
        MAIN.hold(bath.alF3())
            && MAIN.hold(bath.caF2())
            && ALUMINA.hold(bath.al2O3())
            && MAIN.hold(bath.liF())
            && MINOR.hold(bath.mgF2())
            && MINOR.hold(bath.kF()));
  }
}
