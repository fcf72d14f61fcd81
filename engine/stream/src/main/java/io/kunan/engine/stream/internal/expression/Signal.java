package io.kunan.engine.stream.internal.expression;

/**
 * What a look back in time looks at: an input, or an expression of several.
 *
 * @param node gives the value
 * @param input number of the input; −1 for an expression, which has a new value at every moment
 * @param isStep whether a value holds until the next one
 */
record Signal(Node node, int input, boolean isStep) {
  static final int EXPRESSION = -1;

  double of(Readings readings) {
    return node.of(readings);
  }

  boolean isFresh(Readings readings) {
    return input == EXPRESSION || readings.isFresh(input);
  }
}
