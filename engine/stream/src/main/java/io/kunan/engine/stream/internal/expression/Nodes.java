package io.kunan.engine.stream.internal.expression;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * How the operators of the language treat what is not known: arithmetic and comparisons pass it on,
 * {@code &&} and {@code ||} need only the side that decides.
 */
final class Nodes {
  /** Compares two known numbers. */
  @FunctionalInterface
  interface Comparison {
    boolean holds(double left, double right);
  }

  private Nodes() {}

  static Node constant(double value) {
    return _ -> value;
  }

  static Node input(int number) {
    return readings -> readings.value(number);
  }

  static Node probe(int number) {
    return readings -> readings.probe(number);
  }

  static Node unary(Node of, DoubleUnaryOperator function) {
    return readings -> function.applyAsDouble(of.of(readings));
  }

  static Node binary(Node left, Node right, DoubleBinaryOperator function) {
    return readings -> function.applyAsDouble(left.of(readings), right.of(readings));
  }

  static Node comparison(Node left, Node right, Comparison comparison) {
    return readings -> {
      double a = left.of(readings);
      double b = right.of(readings);
      return Double.isNaN(a) || Double.isNaN(b) ? Node.UNKNOWN : Node.truth(comparison.holds(a, b));
    };
  }

  static Node and(Node left, Node right) {
    return readings -> {
      double a = left.of(readings);
      if (a == Node.FALSE) {
        return Node.FALSE;
      }
      double b = right.of(readings);
      return b == Node.FALSE ? Node.FALSE : a + b == 2 ? Node.TRUE : Node.UNKNOWN;
    };
  }

  static Node or(Node left, Node right) {
    return readings -> {
      double a = left.of(readings);
      if (a == Node.TRUE) {
        return Node.TRUE;
      }
      double b = right.of(readings);
      return b == Node.TRUE ? Node.TRUE : a + b == 0 ? Node.FALSE : Node.UNKNOWN;
    };
  }

  static Node not(Node of) {
    return readings -> 1 - of.of(readings);
  }

  static Node choice(Node condition, Node whenTrue, Node whenFalse) {
    return readings -> {
      double decision = condition.of(readings);
      if (Double.isNaN(decision)) {
        return Node.UNKNOWN;
      }
      return decision == Node.TRUE ? whenTrue.of(readings) : whenFalse.of(readings);
    };
  }
}
