package io.kunan.science.electrolysis;

/**
 * Alumina that the bath can hold dissolved. Skybakmoen, Solheim, Sterten: Metall. Mater. Trans. B
 * 28 (1997) 81. Valid 850–1050 °C; standard deviation 0.29 wt%.
 */
public final class SkybakmoenSaturation {
  private static final Limits CELSIUS = new Limits(850, 1050);
  private static final Limits MAIN = new Limits(0, 20);
  private static final Limits MINOR = new Limits(0, 5);

  private final double base;
  private final double a1;
  private final double a2;
  private final double l1;
  private final double c1;
  private final double m1;
  private final double la;
  private final double laScale;
  private final double power;
  private final double powerA;
  private final double powerL;
  private final double powerScale;
  private final double powerA3;

  public SkybakmoenSaturation(Coefficients file) {
    base = file.get("saturation.base");
    a1 = file.get("saturation.a1");
    a2 = file.get("saturation.a2");
    l1 = file.get("saturation.l1");
    c1 = file.get("saturation.c1");
    m1 = file.get("saturation.m1");
    la = file.get("saturation.la");
    laScale = file.get("saturation.laScale");
    power = file.get("saturation.power");
    powerA = file.get("saturation.powerA");
    powerL = file.get("saturation.powerL");
    powerScale = file.get("saturation.powerScale");
    powerA3 = file.get("saturation.powerA3");
  }

  /** Saturation in wt% at a temperature in °C; inputs are moved into their valid range first. */
  public double percent(double celsius, double alF3, double caF2, double liF, double mgF2) {
    double a = MAIN.clamp(alF3);
    double c = MAIN.clamp(caF2);
    double l = MAIN.clamp(liF);
    double m = MINOR.clamp(mgF2);
    double factor =
        base - a1 * a - a2 * a * a - l1 * l - c1 * c - m1 * m + la * l * a / (laScale + l * a);
    double exponent =
        power - powerA * a + powerL * l * Math.sqrt(l) / (powerScale + l + powerA3 * a * a * a);
    return factor * Math.pow(CELSIUS.clamp(celsius) / 1000, exponent);
  }

  /** Saturation in wt% with its range; the alumina of the bath does not matter. */
  public Checked at(double celsius, Bath bath) {
    return new Checked(
        percent(celsius, bath.alF3(), bath.caF2(), bath.liF(), bath.mgF2()),
        CELSIUS.hold(celsius)
            && MAIN.hold(bath.alF3())
            && MAIN.hold(bath.caF2())
            && MAIN.hold(bath.liF())
            && MINOR.hold(bath.mgF2()));
  }
}
