package io.kunan.science.electrolysis;

/**
 * Two liquidus correlations side by side. Neither is right for every bath, so what they differ by
 * is the uncertainty that a superheat made from them carries.
 */
public final class LiquidusPair {
  private final SolheimLiquidus solheim;
  private final LithiumLiquidus lithium;

  public LiquidusPair(Coefficients file) {
    solheim = new SolheimLiquidus(file);
    lithium = new LithiumLiquidus(file);
  }

  /**
   * Both answers for one bath.
   *
   * @param solheim Solheim et al. 1996, °C
   * @param lithium J. Min. Metall. B 2014, °C
   */
  public record Opinions(Checked solheim, Checked lithium) {
    /** What the two differ by, °C: the model's share in the uncertainty of a superheat. */
    public double uncertainty() {
      return Math.abs(solheim.value() - lithium.value());
    }

    /** True when both hold. */
    public boolean inRange() {
      return solheim.inRange() && lithium.inRange();
    }
  }

  /** Asks both. */
  public Opinions at(Bath bath) {
    return new Opinions(solheim.at(bath), lithium.at(bath));
  }
}
