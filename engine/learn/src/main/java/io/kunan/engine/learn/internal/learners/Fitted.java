package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;

/** A learner after it has seen its rows. Immutable; answers from several threads. */
public sealed interface Fitted permits TreeEnsemble, LinearModel, NaiveModel {
  /** One forecast for each row. */
  double[] predict(Matrix x);

  /**
   * What each feature adds to the forecast of each row (exact Shapley values); the last cell of a
   * row is the forecast without any feature. They sum to {@link #predict}.
   */
  double[][] contributions(Matrix x);
}
