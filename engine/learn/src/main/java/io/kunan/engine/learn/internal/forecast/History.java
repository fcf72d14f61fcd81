package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.internal.features.FeatureRows;
import io.kunan.engine.learn.internal.features.Frame;
import io.kunan.engine.learn.internal.learners.Sample;
import java.util.stream.IntStream;

/** All rows with their features, from which samples are drawn that know only the past. */
public record History(Frame frame, FeatureRows features) {
  /** Older rows say little of today and cost time. */
  private static final int MOST_ROWS = 40_000;

  /** Targets that had arrived at a row: those before the row returned. */
  int arrivedEnd(int moment) {
    return frame.arrived(0, moment) + 1;
  }

  /** Origins of forecasts whose targets had arrived at {@code moment}. */
  int[] trainingOrigins(int moment) {
    int end = arrivedEnd(moment);
    int[] origins = origins(frame.horizon(), end);
    int warm = Math.min(origins.length / 5, 1_000);
    return IntStream.of(origins).skip(Math.max(warm, origins.length - MOST_ROWS)).toArray();
  }

  /** Origins of forecasts for the target rows of a fold, where the target is known. */
  int[] origins(Fold fold) {
    return origins(fold.first(), fold.end());
  }

  private int[] origins(int firstTarget, int endTarget) {
    int horizon = frame.horizon();
    return IntStream.range(Math.max(horizon, firstTarget), endTarget)
        .filter(row -> !Double.isNaN(frame.value(0, row)))
        .map(row -> row - horizon)
        .toArray();
  }

  Sample sample(int[] origins) {
    return new Sample(features.matrix(origins), targets(origins));
  }

  double[] targets(int[] origins) {
    return IntStream.of(origins)
        .mapToDouble(origin -> frame.value(0, origin + frame.horizon()))
        .toArray();
  }

  long[] targetTimes(int[] origins) {
    return IntStream.of(origins).mapToLong(frame::targetTime).toArray();
  }

  History select(int[] wanted) {
    return new History(frame, features.select(wanted));
  }
}
