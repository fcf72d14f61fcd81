package io.kunan.scenario.potline.core.watch;

/**
 * A fault that was named.
 *
 * @param place of the pot in the line from 0, −1 for the line
 * @param micros when it was named, UTC
 */
public record Diagnosis(Kind kind, int place, long micros) {

  /** What was found, and within how long it has to be. */
  public enum Kind {
    /** A feeder does not let its dumps fall: the pot is fed more than its mode and current ask. */
    STUCK_FEEDER(4),
    /** The measured voltage stands still. */
    FROZEN_VOLTAGE(2),
    /** The measured line current stands still. */
    FROZEN_CURRENT(2),
    /** The bath temperature repeats to the last digit. */
    FROZEN_TEMPERATURE(36),
    /** An analysis or reading far off, which the next one does not bear out. */
    WRONG_SAMPLE(Double.POSITIVE_INFINITY),
    /** The line carries much less than over the last hours. */
    CURRENT_CUT(1 / 60.0),
    /** The pot controller does not answer. */
    LOST_HEARTBEAT(1 / 60.0);

    private final double limitHours;

    Kind(double limitHours) {
      this.limitHours = limitHours;
    }

    /** Hours within which it has to be named; of a sample, with the next one. */
    public double limitHours() {
      return limitHours;
    }
  }
}
