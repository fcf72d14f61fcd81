package io.kunan.engine.learn.detect;

/**
 * Rows of known state, counted by what a detector said of them. A high F1 alone flatters where most
 * rows are abnormal: always read it beside the false alarm rate.
 *
 * @param caught abnormal rows with an alarm
 * @param missed abnormal rows without
 * @param falseAlarms normal rows with an alarm
 * @param quiet normal rows without
 */
public record DetectionAccuracy(long caught, long missed, long falseAlarms, long quiet) {
  /** No rows yet. */
  public static final DetectionAccuracy NONE = new DetectionAccuracy(0, 0, 0, 0);

  /** Counts one more row. */
  public DetectionAccuracy count(boolean abnormal, boolean alarm) {
    return new DetectionAccuracy(
        caught + (abnormal && alarm ? 1 : 0),
        missed + (abnormal && !alarm ? 1 : 0),
        falseAlarms + (!abnormal && alarm ? 1 : 0),
        quiet + (!abnormal && !alarm ? 1 : 0));
  }

  /** The rows of both. */
  public DetectionAccuracy plus(DetectionAccuracy other) {
    return new DetectionAccuracy(
        caught + other.caught,
        missed + other.missed,
        falseAlarms + other.falseAlarms,
        quiet + other.quiet);
  }

  public long rows() {
    return caught + missed + falseAlarms + quiet;
  }

  /** Share of the alarms that are right, 0 to 1; NaN without alarms. */
  public double precision() {
    return (double) caught / (caught + falseAlarms);
  }

  /** Share of the abnormal rows that are caught, 0 to 1; NaN without abnormal rows. */
  public double recall() {
    return (double) caught / (caught + missed);
  }

  /** Harmonic mean of precision and recall, 0 to 1; NaN without alarms and abnormal rows. */
  public double f1() {
    return 2.0 * caught / (2.0 * caught + missed + falseAlarms);
  }

  /** Per cent of the normal rows with an alarm; NaN without normal rows. */
  public double falseAlarmRate() {
    return 100.0 * falseAlarms / (falseAlarms + quiet);
  }

  /** Per cent of the abnormal rows without an alarm; NaN without abnormal rows. */
  public double missedAlarmRate() {
    return 100.0 * missed / (caught + missed);
  }

  /** Per cent of all rows with an alarm; NaN without rows. */
  public double alarmRate() {
    return 100.0 * (caught + falseAlarms) / rows();
  }
}
