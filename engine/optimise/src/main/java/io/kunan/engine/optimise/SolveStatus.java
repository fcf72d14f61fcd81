package io.kunan.engine.optimise;

/** What is known about a plan. */
public enum SolveStatus {
  /** No better plan exists: its objective is the proved lower bound. */
  OPTIMAL,
  /** It keeps all rules; a better one may exist. */
  FEASIBLE
}
