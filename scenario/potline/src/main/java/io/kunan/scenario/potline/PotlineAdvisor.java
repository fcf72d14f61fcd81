package io.kunan.scenario.potline;

/** Looks at the pots and proposes what to do; it does so by itself from time to time. */
public interface PotlineAdvisor {
  /**
   * Looks at all pots of all lines now.
   *
   * @return proposals made
   */
  int adviseAll();
}
