package io.kunan.engine.learn;

import java.util.List;

/**
 * What a model says of one moment to come.
 *
 * @param time for which it is meant, microseconds UTC
 * @param low one in ten targets falls below
 * @param mid as likely too high as too low
 * @param high one in ten rises above
 * @param lowReach how far the model's own band reaches down before calibration; what {@link
 *     RollingBand} takes
 * @param highReach how far up
 * @param base the forecast without any input
 * @param contributions what each input adds to {@code base}, largest first; with it they sum to
 *     {@code mid}
 * @param envelope how like the training rows the present is
 */
public record Forecast(
    long time,
    double low,
    double mid,
    double high,
    double lowReach,
    double highReach,
    double base,
    List<Contribution> contributions,
    Envelope.Verdict envelope) {
  public Forecast {
    contributions = List.copyOf(contributions);
  }

  /**
   * What one input adds to a forecast (exact Shapley value, in the target's unit).
   *
   * @param input what a person calls it
   * @param value its value, NaN when missing
   * @param adds in the target's unit
   */
  public record Contribution(String input, double value, double adds) {}
}
