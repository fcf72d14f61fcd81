package io.kunan.scenario.potline;

import java.time.Instant;

/** Looks at the pots and proposes what to do; it does so by itself from time to time. */
public interface PotlineAdvisor {
  /**
   * Looks at all pots of all lines now.
   *
   * @return proposals made
   */
  int adviseAll();

  /**
   * Works out what would have been advised at an instant of the past, from what was known then, and
   * keeps what the dose shows to have been followed within a day: an accepted advice whose outcome
   * is measured like any other's.
   *
   * @return advice that was followed
   */
  int replay(Instant at);
}
