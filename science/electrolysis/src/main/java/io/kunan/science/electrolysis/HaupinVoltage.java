package io.kunan.science.electrolysis;

/**
 * Voltage of a pot term by term. Haupin, Light Metals 1998 p. 531, collected in Yao et al., AIChE
 * J. 63 (2017) 2806; critical current density by Grjotheim and Welch 1988. The bubble layer is
 * subtracted from the anode-cathode distance. Taken as valid for 900–1050 °C, alumina 0.5 wt% to
 * saturation, anode current density 0.2–1.5 A/cm² and below the critical one, distance 2–8 cm.
 *
 * <p>The functions of one term take plain numbers, allocate nothing and move what lies outside into
 * the valid range; {@link #split} does the whole with a range flag.
 */
public final class HaupinVoltage {
  /** The papers in one line. */
  public static final String SOURCE =
      "Haupin, Light Metals 1998 p. 531; collected in Yao et al., AIChE J. 63 (2017) 2806";

  static final double KELVIN = 273.15;
  private static final Limits CELSIUS = new Limits(900, 1050);
  private static final Limits DENSITY = new Limits(0.2, 1.5);
  private static final Limits ALUMINA = new Limits(0.5, 11);
  private static final Limits RATIO = new Limits(0.8, 1.5);
  private static final Limits DISTANCE = new Limits(2, 8);
  private static final Limits SATURATION = new Limits(0.02, 1);

  /** Nearest approach to the critical current density, as a part of it. */
  private static final double CLOSEST = 0.98;

  private static final double LEAST_MARGIN = 0.01;
  private static final double FULL_COVER = 0.98;

  private final double e0;
  private final double e1;
  private final double act1;
  private final double act2;
  private final double act3;
  private final double act4;
  private final double crBase;
  private final double crSlope;
  private final double crKelvin;
  private final double crAlumina;
  private final double crPower;
  private final double acDivisor;
  private final double asDivisor;
  private final double asExchange;
  private final double asPower;
  private final double ccFactor;
  private final double ccBase;
  private final double ccRatio;
  private final double ccDensity;
  private final double bubbleBase;
  private final double bubbleDensity;
  private final double coverScale;
  private final double cover0;
  private final double cover1;
  private final double cover2;
  private final double cover3;
  private final double coverR0;
  private final double coverR1;
  private final double coverR2;
  private final double coverO0;
  private final double coverO1;
  private final double coverO2;
  private final HaupinConductivity conductivity;
  private final SkybakmoenSaturation saturation;

  public HaupinVoltage(Coefficients file) {
    e0 = file.get("reversible.e0");
    e1 = file.get("reversible.e1");
    act1 = file.get("activity.r1");
    act2 = file.get("activity.r2");
    act3 = file.get("activity.r3");
    act4 = file.get("activity.r4");
    crBase = file.get("critical.base");
    crSlope = file.get("critical.slope");
    crKelvin = file.get("critical.kelvin");
    crAlumina = file.get("critical.alumina");
    crPower = file.get("critical.power");
    acDivisor = file.get("anodeConcentration.divisor");
    asDivisor = file.get("anodeSurface.divisor");
    asExchange = file.get("anodeSurface.exchange");
    asPower = file.get("anodeSurface.power");
    ccFactor = file.get("cathodeConcentration.factor");
    ccBase = file.get("cathodeConcentration.base");
    ccRatio = file.get("cathodeConcentration.ratio");
    ccDensity = file.get("cathodeConcentration.density");
    bubbleBase = file.get("bubble.base");
    bubbleDensity = file.get("bubble.density");
    coverScale = file.get("cover.scale");
    cover0 = file.get("cover.i0");
    cover1 = file.get("cover.i1");
    cover2 = file.get("cover.i2");
    cover3 = file.get("cover.i3");
    coverR0 = file.get("cover.r0");
    coverR1 = file.get("cover.r1");
    coverR2 = file.get("cover.r2");
    coverO0 = file.get("cover.o0");
    coverO1 = file.get("cover.o1");
    coverO2 = file.get("cover.o2");
    conductivity = new HaupinConductivity(file);
    saturation = new SkybakmoenSaturation(file);
  }

  /** Activity of alumina at a ratio of dissolved alumina to saturation, 0.02–1. */
  public double aluminaActivity(double ofSaturation) {
    double r = SATURATION.clamp(ofSaturation);
    return r * (act1 + r * (act2 + r * (act3 + r * act4)));
  }

  /** Reversible voltage, V. */
  public double reversible(double celsius, double ofSaturation) {
    double kelvin = CELSIUS.clamp(celsius) + KELVIN;
    double activity = aluminaActivity(ofSaturation);
    return e0
        - e1 * kelvin
        - Faraday.GAS_CONSTANT * kelvin / (6 * Faraday.CONSTANT) * Math.log(activity);
  }

  /** Current density at which the anode effect is certain, A/cm². */
  public double criticalDensity(double celsius, double alumina, double oneAnodeCm2) {
    double kelvin = CELSIUS.clamp(celsius) + KELVIN;
    return 1e-4
        * (crBase + crSlope * (kelvin - crKelvin))
        * (Math.sqrt(ALUMINA.clamp(alumina) / 100) - crAlumina)
        * Math.pow(oneAnodeCm2, crPower);
  }

  /**
   * Concentration overvoltage of the anode, V; grows without bound towards the critical density.
   */
  public double anodeConcentration(double celsius, double density, double criticalDensity) {
    double i = Math.min(density, CLOSEST * criticalDensity);
    return (CELSIUS.clamp(celsius) + KELVIN)
        / acDivisor
        * Math.log(criticalDensity / (criticalDensity - i));
  }

  /** Reaction overvoltage of the anode, V. */
  public double anodeSurface(double celsius, double density, double alumina) {
    return (CELSIUS.clamp(celsius) + KELVIN)
        / asDivisor
        * Math.log(
            DENSITY.clamp(density) / (asExchange * Math.pow(ALUMINA.clamp(alumina), asPower)));
  }

  /** Concentration overvoltage of the cathode, V; {@code bathRatio} is NaF to AlF3 by mass. */
  public double cathodeConcentration(double celsius, double bathRatio, double cathodeDensity) {
    return ccFactor
        * (CELSIUS.clamp(celsius) + KELVIN)
        * (ccBase - ccRatio * RATIO.clamp(bathRatio))
        * Math.log(Math.max(1, ccDensity * cathodeDensity));
  }

  /** Thickness of the bubble layer, cm. */
  public double bubbleThickness(double density) {
    double i = DENSITY.clamp(density);
    return (bubbleBase + i) / (1 + bubbleDensity * i);
  }

  /** Part of the anode bottom covered by bubbles, at most 0.98. */
  public double bubbleCover(
      double density, double bathRatio, double alumina, double anodeEffectAlumina) {
    double i = DENSITY.clamp(density);
    double ratio = RATIO.clamp(bathRatio);
    double margin = Math.max(LEAST_MARGIN, ALUMINA.clamp(alumina) - anodeEffectAlumina);
    double cover =
        cover0
            + i * (cover1 + i * (cover3 * i - cover2))
            + (coverR0 - coverR1 * ratio) / (1 + coverR2 * ratio)
            + (coverO0 - coverO1 * margin) / (1 + coverO2 * margin);
    return Math.min(FULL_COVER, coverScale * cover);
  }

  /** Bath conductivity of this set, S/cm. */
  public HaupinConductivity conductivity() {
    return conductivity;
  }

  /** Alumina saturation of this set, wt%. */
  public SkybakmoenSaturation saturation() {
    return saturation;
  }

  /**
   * The voltage of a pot by its parts.
   *
   * @param celsius bath temperature
   * @param amperes line current
   * @param distanceCm anode-cathode distance
   */
  public VoltageSplit split(
      Bath bath, double celsius, double amperes, double distanceCm, PotGeometry pot) {
    double alumina = bath.al2O3();
    double density = pot.anodeDensity(amperes);
    double critical = criticalDensity(celsius, alumina, pot.oneAnodeCm2());
    double ratio = bath.bathRatio();
    Checked saturated = saturation.at(celsius, bath);
    Checked kappa = conductivity.at(celsius, bath);
    double layer = bubbleThickness(density);
    double cover = bubbleCover(density, ratio, alumina, pot.anodeEffectAlumina());
    double dropPerCm = amperes / (kappa.value() * pot.conductingCm2());
    return new VoltageSplit(
        reversible(celsius, alumina / saturated.value()),
        anodeConcentration(celsius, density, critical),
        anodeSurface(celsius, density, alumina),
        cathodeConcentration(celsius, ratio, pot.cathodeDensity(amperes)),
        dropPerCm * (DISTANCE.clamp(distanceCm) - layer),
        dropPerCm * layer * cover / (1 - cover),
        amperes * pot.anodeOhms(),
        amperes * pot.cathodeOhms(),
        amperes * pot.externalOhms(),
        saturated.inRange()
            && kappa.inRange()
            && CELSIUS.hold(celsius)
            && ALUMINA.hold(alumina)
            && alumina <= saturated.value()
            && RATIO.hold(ratio)
            && DENSITY.hold(density)
            && density <= CLOSEST * critical
            && DISTANCE.hold(distanceCm));
  }
}
