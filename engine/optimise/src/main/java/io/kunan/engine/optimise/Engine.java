package io.kunan.engine.optimise;

/** What makes the plan. */
public enum Engine {
  /** Rules, then search, and for small problems a proof by CP-SAT. */
  AUTO,
  /** Dispatch rules only: an instant plan. */
  RULES,
  /** Rules, then local search. */
  SEARCH,
  /** Google OR-Tools CP-SAT alone, for proofs and comparisons. */
  CPSAT
}
