package io.kunan.engine.stream.operator;

/** The points of a key at one time, at most one for each input. */
public interface Moment {
  /** Microseconds UTC. */
  long time();

  int size();

  /** Number of the input of point {@code i}. */
  int input(int i);

  /** NaN when the instrument said nothing usable. */
  double value(int i);

  short quality(int i);
}
