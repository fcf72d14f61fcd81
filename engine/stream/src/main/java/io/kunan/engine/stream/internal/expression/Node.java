package io.kunan.engine.stream.internal.expression;

/**
 * A piece of a compiled expression. Truth is 1, falsehood 0, and NaN means “not known” for numbers
 * and conditions alike.
 */
@FunctionalInterface
public interface Node {
  double TRUE = 1;
  double FALSE = 0;
  double UNKNOWN = Double.NaN;

  double of(Readings readings);

  /** The value of a condition. */
  static double truth(boolean holds) {
    return holds ? TRUE : FALSE;
  }
}
