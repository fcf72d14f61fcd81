package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.RollingBand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the learners said of rows inside the training part they had not seen.
 *
 * @param origins rows at which the forecasts were made
 * @param times of the targets
 * @param actual what came
 * @param forecasts for each choice, row by row
 * @param tenth lower edge of the uncalibrated band
 * @param ninetieth upper edge
 * @param floor smallest reach of a band
 */
@SuppressWarnings("ArrayRecordComponent") // as many as rows
record Validation(
    int[] origins,
    long[] times,
    double[] actual,
    double[][] forecasts,
    double[] tenth,
    double[] ninetieth,
    double floor) {

  /** A band that has gone through these rows with one of the forecasts. */
  RollingBand band(double[] forecast, History history, long memoryMicros) {
    RollingBand band = new RollingBand(RollingBand.State.empty(levels(forecast), memoryMicros));
    BandShape.Reach reach = BandShape.reach(tenth, ninetieth, forecast, floor);
    new BandWalk(origins, times, forecast, reach, actual).through(band, history);
    return band;
  }

  /** Levels that part forecasts into three groups of like size; fewer where they hardly differ. */
  private static List<Double> levels(double[] forecast) {
    double[] sorted = forecast.clone();
    Arrays.sort(sorted);
    List<Double> levels = new ArrayList<>();
    for (int third = 1; third <= 2; third++) {
      double level = sorted[sorted.length * third / 3];
      if (level > sorted[0] && (levels.isEmpty() || level > levels.getLast())) {
        levels.add(level);
      }
    }
    return levels;
  }
}
