package io.kunan.platform.web;

import io.kunan.kernel.Sentence;

/** What a person may do; each role may do all that the ones before it may. */
@Sentence
public enum Role {
  /** Reads. */
  VIEWER,
  /** Acknowledges and shelves alarms, accepts and rejects advice. */
  OPERATOR,
  /** Changes assets, tags, models, connections, imports and rules. */
  ENGINEER,
  /** Manages people and reads the audit trail. */
  ADMIN;

  /** Whether somebody of this role may do what {@code needed} may. */
  public boolean includes(Role needed) {
    return compareTo(needed) >= 0;
  }
}
