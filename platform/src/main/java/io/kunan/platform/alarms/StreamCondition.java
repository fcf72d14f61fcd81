package io.kunan.platform.alarms;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;

/**
 * A rule of the streams as alarms know it.
 *
 * @param job number of the stream job
 * @param asset at or above everything it watches
 * @param title what is wrong
 * @param priority 1 critical, 2 high, 3 medium
 * @param comparison what it does with its figure
 * @param limit what the figure is compared with; 0 for a free condition
 */
public record StreamCondition(
    int job, AssetId asset, Text title, int priority, Comparison comparison, double limit) {
  private static final String PREFIX = "stream ";

  /** How a figure breaks a rule. */
  public enum Comparison {
    ABOVE,
    BELOW,
    /** An expression that is true or false; its figure is 1 and its limit 0. */
    WHEN
  }

  /** The quantity of the alarm rule that stands for it. */
  public String quantity() {
    return PREFIX + job;
  }
}
