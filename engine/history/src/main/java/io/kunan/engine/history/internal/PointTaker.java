package io.kunan.engine.history.internal;

/** Takes the points of one tag. */
@FunctionalInterface
public interface PointTaker {
  /**
   * @param time microseconds UTC
   */
  void take(long time, double value, short quality);
}
