package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;

/**
 * Rows to learn from, in time order.
 *
 * @param x features; the first is the target's last value
 * @param y what came
 */
@SuppressWarnings("ArrayRecordComponent") // as many as rows
public record Sample(Matrix x, double[] y) {
  /** The column of {@link #x} with the last value of the target. */
  public static final int LAST = 0;

  public int rows() {
    return y.length;
  }
}
