package io.kunan.plant.potline;

/**
 * A fault that the virtual plant was given, to judge whether and when it is found. Part of the
 * truth: nothing on the line shows it.
 *
 * @param place of the pot in the line, −1 for the line itself
 * @param fromMicros when it began to show, UTC; of a sample, when its result came
 * @param untilMicros when it was over
 */
public record InjectedFault(Kind kind, int place, long fromMicros, long untilMicros) {

  /** What can be wrong. */
  public enum Kind {
    /** A feeder does not let its dumps fall. */
    STUCK_FEEDER,
    /** The measured voltage stands still. */
    FROZEN_VOLTAGE,
    /** The thermometer shows its last reading again. */
    FROZEN_TEMPERATURE,
    /** The analysis of another pot's sample, or a reading taken wrongly. */
    WRONG_SAMPLE,
    /** The line carries 85 % of its current. */
    CURRENT_CUT,
    /** The pot controller does not answer. */
    LOST_HEARTBEAT
  }
}
