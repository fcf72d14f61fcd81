package io.kunan.engine.stream.job;

import org.jspecify.annotations.Nullable;

/** When a rule holds and when it is over. */
public sealed interface Condition {
  /**
   * Holds above a limit, is over at or below the limit less the hysteresis.
   *
   * @param value a number
   * @param hysteresis in the unit of the value, ≥ 0
   */
  record Above(String value, double limit, double hysteresis) implements Condition {}

  /** Holds below a limit, is over at or above the limit plus the hysteresis. */
  record Below(String value, double limit, double hysteresis) implements Condition {}

  /**
   * Holds by an expression.
   *
   * @param when true or false
   * @param until when it is over; null for as soon as {@code when} is false
   */
  record When(String when, @Nullable String until) implements Condition {}
}
