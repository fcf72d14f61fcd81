package io.kunan.engine.learn.detect;

import io.kunan.kernel.InputException;

/**
 * How a detector is trained.
 *
 * @param method the statistics it watches
 * @param falseAlarms per cent of normal rows beyond the limit that are accepted, above 0 to 50; the
 *     limit is set so from the training rows alone
 * @param smoothing weight of the newest row in the moving average of the statistic, above 0 to 1 (1
 *     for none)
 * @param persistence when rows beyond the limit make an alarm
 * @param seed for methods that draw lots
 */
public record DetectorSettings(
    DetectionMethod method,
    double falseAlarms,
    double smoothing,
    PersistenceRule persistence,
    long seed) {
  /** The combined method at 5 % false alarms; the setting all published figures are taken with. */
  public static final DetectorSettings DEFAULT =
      new DetectorSettings(
          DetectionMethod.COMBINED, 5, 0.25, new PersistenceRule(4, 5), 20_260_101L);

  public DetectorSettings {
    if (!(falseAlarms > 0 && falseAlarms <= 50)) {
      throw new InputException(
          "false alarms", falseAlarms + " %", "give a percentage above 0 and up to 50");
    }
    if (!(smoothing > 0 && smoothing <= 1)) {
      throw new InputException(
          "smoothing", String.valueOf(smoothing), "give a weight above 0 and up to 1");
    }
  }

  public DetectorSettings withMethod(DetectionMethod newMethod) {
    return new DetectorSettings(newMethod, falseAlarms, smoothing, persistence, seed);
  }

  public DetectorSettings withFalseAlarms(double percent) {
    return new DetectorSettings(method, percent, smoothing, persistence, seed);
  }

  public DetectorSettings withSmoothing(double newSmoothing) {
    return new DetectorSettings(method, falseAlarms, newSmoothing, persistence, seed);
  }

  public DetectorSettings withPersistence(PersistenceRule newPersistence) {
    return new DetectorSettings(method, falseAlarms, smoothing, newPersistence, seed);
  }

  public DetectorSettings withSeed(long newSeed) {
    return new DetectorSettings(method, falseAlarms, smoothing, persistence, newSeed);
  }
}
