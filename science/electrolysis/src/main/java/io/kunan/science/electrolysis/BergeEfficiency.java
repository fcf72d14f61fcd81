package io.kunan.science.electrolysis;

/**
 * Current efficiency by the Berge–Grjotheim form as used for set points in a Chinese patent; a
 * first guess before a plant's own data. The metal height enters as sin(3h) with the angle in
 * degrees. The unit of age (months) is inferred.
 */
public final class BergeEfficiency {
  private static final Limits CELSIUS = new Limits(930, 985);
  private static final Limits EXCESS = new Limits(4, 14);
  private static final Limits METAL_CM = new Limits(15, 32);
  private static final Limits AGE_MONTHS = new Limits(0, 96);

  private final double base;
  private final double temperature;
  private final double excess;
  private final double metal;
  private final double age;
  private final double ageingBase;
  private final double ageing;

  public BergeEfficiency(Coefficients file) {
    base = file.get("berge.base");
    temperature = file.get("berge.temperature");
    excess = file.get("berge.excess");
    metal = file.get("berge.metal");
    age = file.get("berge.age");
    ageingBase = file.get("ageing.base");
    ageing = file.get("ageing.age");
  }

  /**
   * Current efficiency, per cent.
   *
   * @param celsius bath temperature, 930–985
   * @param alF3 excess AlF3, 4–14 wt%
   * @param metalCm metal height, 15–32 cm
   * @param ageMonths of the pot, 0–96
   */
  public Checked percent(double celsius, double alF3, double metalCm, double ageMonths) {
    return new Checked(
        base
            - temperature * CELSIUS.clamp(celsius)
            + excess * EXCESS.clamp(alF3)
            + metal * Math.sin(Math.toRadians(3 * METAL_CM.clamp(metalCm)))
            - age * AGE_MONTHS.clamp(ageMonths),
        CELSIUS.hold(celsius)
            && EXCESS.hold(alF3)
            && METAL_CM.hold(metalCm)
            && AGE_MONTHS.hold(ageMonths));
  }

  /**
   * Current efficiency by age alone, per cent, from one low-amperage line of the same patent: shows
   * the slope of ageing and is no figure for a 500 kA pot.
   *
   * @param ageMonths of the pot, 0–96
   */
  public Checked percentByAge(double ageMonths) {
    return new Checked(
        ageingBase - ageing * AGE_MONTHS.clamp(ageMonths), AGE_MONTHS.hold(ageMonths));
  }
}
