package io.kunan.platform.advice;

/** Where an advice stands. Writing to a plant and evaluation come after ACCEPTED, later. */
public enum AdviceState {
  PROPOSED,
  ACCEPTED,
  REJECTED,
  /** Nobody decided in time. */
  EXPIRED
}
