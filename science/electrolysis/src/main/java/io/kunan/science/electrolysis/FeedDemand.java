package io.kunan.science.electrolysis;

/** How much alumina a pot needs, how often its feeders fall, and what the slope of R tells. */
public final class FeedDemand {
  private static final Limits SLOPE = new Limits(1.5, 4);

  private final double intercept;
  private final double perSlope;

  public FeedDemand(Coefficients file) {
    intercept = file.get("slopeMap.intercept");
    perSlope = file.get("slopeMap.perSlope");
  }

  /**
   * Seconds between two dumps of one feeder.
   *
   * @param kgPerSecond feed of the whole pot, above zero
   * @param feeders that share it
   * @param dumpKg of one stroke
   */
  public static double interval(double kgPerSecond, int feeders, double dumpKg) {
    return feeders * dumpKg / kgPerSecond;
  }

  /**
   * Dissolved alumina, wt%, from the rise of voltage without feed, by the published no-feed example
   * of GéniSim (R² 0.996). Fit it to the plant.
   *
   * @param millivoltsPerMinute 1.5–4
   */
  public Checked aluminaFromSlope(double millivoltsPerMinute) {
    return new Checked(
        intercept - perSlope * SLOPE.clamp(millivoltsPerMinute), SLOPE.hold(millivoltsPerMinute));
  }
}
