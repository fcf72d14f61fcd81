package io.kunan.engine.optimise;

/**
 * Watches a search while it runs. Called from the search's threads: return at once.
 *
 * @param <P> the plan
 */
public interface SolveMonitor<P> {
  /**
   * A plan better than all before.
   *
   * @param plan a valid plan
   * @param objective its objective, smaller is better
   * @param seconds since the search began
   */
  void improved(P plan, double objective, double seconds);

  /** Whether the search is to end now with the best plan it has. */
  default boolean isStopRequested() {
    return false;
  }

  /** Nobody watches and nobody stops it. */
  static <P> SolveMonitor<P> none() {
    return (plan, objective, seconds) -> {};
  }
}
