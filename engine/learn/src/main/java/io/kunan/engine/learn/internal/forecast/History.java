package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.internal.features.FeatureRows;
import io.kunan.engine.learn.internal.features.Frame;
import io.kunan.engine.learn.internal.features.Panel;
import io.kunan.engine.learn.internal.learners.Sample;
import java.util.stream.IntStream;

/**
 * All rows with their features, from which samples are drawn that know only the past. Moments and
 * folds are places in time, the same for all groups; origins are rows of the panel.
 */
public record History(Panel panel, FeatureRows features) {
  /** Older rows say little of today and cost time. */
  private static final int MOST_ROWS = 40_000;

  /** Rows at the beginning whose features have hardly any past. */
  private static final int WARM = 1_000;

  /** What all groups share: times and arrivals. */
  Frame frame() {
    return panel.first();
  }

  int groups() {
    return panel.frames().size();
  }

  /** Targets that had arrived at a moment: those before the place returned. */
  int arrivedEnd(int moment) {
    return frame().arrived(0, moment) + 1;
  }

  /** Whether the target of the forecast made at {@code origin} stands before {@code end}. */
  boolean isBefore(int origin, int end) {
    return panel.place(origin) + frame().horizon() < end;
  }

  /** Targets that had arrived when the forecast of a row was made: those before the place. */
  int arrivedEndAt(int origin) {
    return arrivedEnd(panel.place(origin));
  }

  /** Origins of forecasts whose targets had arrived at {@code moment}. */
  int[] trainingOrigins(int moment) {
    int end = arrivedEnd(moment);
    int[] origins = origins(frame().horizon(), end);
    int warm = Math.min(origins.length / 5, WARM * groups());
    return IntStream.of(origins).skip(Math.max(warm, origins.length - MOST_ROWS)).toArray();
  }

  /** Origins of forecasts for the targets of a fold, where the target is known. */
  int[] origins(Fold fold) {
    return origins(fold.first(), fold.end());
  }

  private int[] origins(int firstTarget, int endTarget) {
    int horizon = frame().horizon();
    return IntStream.range(
            (Math.max(horizon, firstTarget) - horizon) * groups(),
            Math.max(0, endTarget - horizon) * groups())
        .filter(row -> !Double.isNaN(panel.target(row)))
        .toArray();
  }

  Sample sample(int[] origins) {
    return new Sample(features.matrix(origins), targets(origins));
  }

  double[] targets(int[] origins) {
    return IntStream.of(origins).mapToDouble(panel::target).toArray();
  }

  long[] targetTimes(int[] origins) {
    return IntStream.of(origins).mapToLong(panel::targetTime).toArray();
  }

  History select(int[] wanted) {
    return new History(panel, features.select(wanted));
  }
}
