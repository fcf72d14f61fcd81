package io.kunan.platform.advice;

import io.kunan.kernel.Sentence;

/**
 * Where an advice stands. An accepted one is carried out by people and evaluated when its horizon
 * is over; writing to a plant and its confirmation will stand between the two.
 */
@Sentence
public enum AdviceState {
  PROPOSED,
  ACCEPTED,
  REJECTED,
  /** Nobody decided in time. */
  EXPIRED,
  /** Accepted, and what came of it was measured. */
  EVALUATED
}
