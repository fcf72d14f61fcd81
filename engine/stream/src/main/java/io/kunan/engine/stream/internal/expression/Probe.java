package io.kunan.engine.stream.internal.expression;

import io.kunan.engine.stream.operator.OperatorState;

/** A part of an expression that looks back in time, and so keeps something between moments. */
@FunctionalInterface
interface Probe {
  /** What a probe keeps for one key. */
  interface Memory extends OperatorState {
    /** Takes the readings of the next moment and gives the value of the probe. */
    double take(Readings readings);
  }

  Memory newMemory();
}
