package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;
import java.util.List;

/** Something that learns a target from feature vectors. */
public sealed interface Learner permits TreeLearner, RidgeLearner, RecursiveLearner, NaiveLearner {
  /** How people call it. */
  String name();

  /**
   * Learns from rows in time order.
   *
   * @param bags how many times to learn with other random numbers and average, where chance plays a
   *     part
   */
  Fitted fit(Sample sample, int bags, long seed);

  /** The sizes between which validation may choose; one answer where there is nothing to choose. */
  default List<Integer> sizes() {
    return List.of(0);
  }

  /** The same learner held to a size. */
  default Learner sized(int size) {
    return this;
  }

  /** The fitted learner as it would be at a smaller size. */
  default double[] predictAt(Fitted fitted, Matrix x, int size) {
    return fitted.predict(x);
  }
}
