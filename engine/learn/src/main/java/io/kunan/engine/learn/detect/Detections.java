package io.kunan.engine.learn.detect;

/**
 * What a detector says of a table, row by row.
 *
 * @param statistics smoothed, in deviations of normal operation
 * @param limit of the statistics
 * @param alarms after the persistence rule
 */
@SuppressWarnings("ArrayRecordComponent") // millions of rows: boxed lists are no choice
public record Detections(double[] statistics, double limit, boolean[] alarms) {
  public Detections {
    if (statistics.length != alarms.length) {
      throw new IllegalArgumentException(
          "%d statistics, %d alarms".formatted(statistics.length, alarms.length));
    }
  }

  public int rows() {
    return alarms.length;
  }
}
