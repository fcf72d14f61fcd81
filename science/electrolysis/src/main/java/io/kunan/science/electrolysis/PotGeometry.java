package io.kunan.science.electrolysis;

/**
 * The conducting parts of a pot.
 *
 * @param anodeArea sum of the bottom faces of all anodes, m²
 * @param anodes their number
 * @param fanning factor by which the current spreads beyond the anode bottom, about 1.10
 * @param cathodeArea metal surface, m²
 * @param anodeOhms resistance of anodes and rods, Ω
 * @param cathodeOhms resistance of the cathode and its bars, Ω
 * @param externalOhms resistance of the bus bars to the next pot, Ω
 * @param anodeEffectAlumina alumina at which an anode effect sets in, wt%
 */
public record PotGeometry(
    double anodeArea,
    int anodes,
    double fanning,
    double cathodeArea,
    double anodeOhms,
    double cathodeOhms,
    double externalOhms,
    double anodeEffectAlumina) {

  private static final double CM2 = 1e4;

  /** Anode current density at a current in A, A/cm². */
  public double anodeDensity(double amperes) {
    return amperes / conductingCm2();
  }

  /** Cathode current density at a current in A, A/cm². */
  public double cathodeDensity(double amperes) {
    return amperes / (cathodeArea * CM2);
  }

  /** Cross-section through which the current crosses the bath, cm². */
  public double conductingCm2() {
    return fanning * anodeArea * CM2;
  }

  /** Bottom face of one anode, cm². */
  public double oneAnodeCm2() {
    return anodeArea * CM2 / anodes;
  }
}
