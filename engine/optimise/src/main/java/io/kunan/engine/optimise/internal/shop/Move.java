package io.kunan.engine.optimise.internal.shop;

import io.kunan.engine.optimise.internal.FastRandom;

/** The best moves seen so far in one look around; one object is reused for all looks. */
final class Move {
  /** The operation to move, and how it will be done. */
  int operation;

  int alternative;

  /** The operation it will stand behind; the graph's none to be first. */
  int before;

  /** Estimated longest way through the operations that move. */
  int estimate;

  private int ties;

  void clear() {
    estimate = Integer.MAX_VALUE;
    ties = 0;
  }

  boolean isFound() {
    return estimate < Integer.MAX_VALUE;
  }

  /** Takes the move if it is better, or as good and the draw falls on it. */
  void offer(int v, int newAlternative, int behind, int newEstimate, FastRandom random) {
    if (newEstimate > estimate) {
      return;
    }
    if (newEstimate < estimate) {
      ties = 0;
    }
    if (random.below(++ties) == 0) {
      operation = v;
      alternative = newAlternative;
      before = behind;
      estimate = newEstimate;
    }
  }
}
