package io.kunan.engine.learn;

/**
 * Notices that a model has begun to err to one side: two-sided cumulative sum of its standardised
 * errors (Page 1954; Hawkins and Olwell 1998), reset when it alarms. Not for use by several threads
 * at once.
 */
public final class ResidualCusum {
  /** Errors smaller than this, in standard deviations, are forgiven: finds a shift of one. */
  public static final double SLACK = 0.5;

  /** Sum at which it alarms: about one false alarm in 465 independent errors per side pair. */
  public static final double LIMIT = 5;

  private final double mean;
  private final double deviation;
  private double high;
  private double low;

  /** To which side a model errs. */
  public enum Side {
    /** Neither. */
    NONE,
    /** Targets come out higher than forecast. */
    TARGETS_HIGH,
    /** Targets come out lower than forecast. */
    TARGETS_LOW
  }

  /**
   * @param mean mean error (target less forecast) while the model was sound
   * @param deviation standard deviation of the errors then, above 0
   */
  public ResidualCusum(double mean, double deviation) {
    if (!(deviation > 0)) {
      throw new IllegalArgumentException("a standard deviation is above 0, not " + deviation);
    }
    this.mean = mean;
    this.deviation = deviation;
  }

  /** Takes the next error, target less forecast; a missing one changes nothing. */
  public Side observe(double error) {
    if (Double.isNaN(error)) {
      return Side.NONE;
    }
    double standard = (error - mean) / deviation;
    high = Math.max(0, high + standard - SLACK);
    low = Math.max(0, low - standard - SLACK);
    if (high < LIMIT && low < LIMIT) {
      return Side.NONE;
    }
    Side side = high >= LIMIT ? Side.TARGETS_HIGH : Side.TARGETS_LOW;
    high = 0;
    low = 0;
    return side;
  }

  /** Sum of errors upwards, in standard deviations. */
  public double high() {
    return high;
  }

  /** Sum of errors downwards. */
  public double low() {
    return low;
  }
}
