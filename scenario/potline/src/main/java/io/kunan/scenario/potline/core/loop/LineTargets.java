package io.kunan.scenario.potline.core.loop;

/**
 * What a line is run to. Fixed before a comparison: a target that moves towards the pots flatters.
 *
 * @param celsius bath temperature, consistent with liquidus at {@code excess} and usual superheat
 * @param excess AlF3, wt%
 * @param metalCm metal level at the round before the tap, cm
 * @param kgPerCm metal of a centimetre of level, kg
 * @param nominalKiloamperes line current
 */
public record LineTargets(
    double celsius, double excess, double metalCm, double kgPerCm, double nominalKiloamperes) {

  /** The 500 kA line of the specification: 956 °C and 10 %, 78 m² of metal. */
  public static LineTargets usual500kA() {
    return new LineTargets(956, 10, 24.37, 1794, 500);
  }
}
