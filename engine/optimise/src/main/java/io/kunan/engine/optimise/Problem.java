package io.kunan.engine.optimise;

/** Work to be planned so that all of it is finished as early as possible. */
public sealed interface Problem permits ShopProblem, FlowShopProblem {
  /** Number of jobs. */
  int jobs();

  /** Number of machines. */
  int machines();

  /** Number of operations over all jobs, numbered job by job in the order of their routes. */
  int operations();

  /**
   * Binary variables of the same problem written with one variable for each operation, allowed
   * machine and time unit up to the horizon: the formulation nobody should build.
   *
   * @param horizon length of the plan in time units
   */
  long timeIndexedVariables(long horizon);
}
