package io.kunan.platform.advice;

/**
 * Has accepted advice measured when its horizon is over; it does so by itself from time to time.
 */
public interface AdviceEvaluation {
  /**
   * Measures what is due now.
   *
   * @return how many were evaluated
   */
  int evaluateDue();
}
