package io.kunan.engine.optimise.internal.shop;

/** What a search tells and asks while it runs. Called from several threads. */
interface Watch {
  /** Whether time is up or a person said stop. */
  boolean isOver();

  /** A plan shorter than that there is not. */
  int lowerBound();

  /** A plan better than all before in the same run. */
  void found(Sequence better);
}
