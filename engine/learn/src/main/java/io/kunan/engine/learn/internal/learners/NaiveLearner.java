package io.kunan.engine.learn.internal.learners;

import java.util.Arrays;
import java.util.List;

/**
 * A naive guess; it only remembers the median of its rows.
 *
 * @param name such as “same time yesterday”
 * @param columns the feature it repeats; where that has no value the next one; none for the median
 */
public record NaiveLearner(String name, List<Integer> columns) implements Learner {
  public NaiveLearner {
    columns = List.copyOf(columns);
  }

  @Override
  public NaiveModel fit(Sample sample, int bags, long seed) {
    double[] sorted = sample.y().clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new NaiveModel(columns, median);
  }
}
