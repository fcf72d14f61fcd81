package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmKind;

/**
 * What a rule asks of its tag.
 *
 * @param kind what is looked at
 * @param limit in the tag's unit; units per minute for a rate; seconds for stale
 * @param deadband how far the value must come back inside the limit before the alarm clears, ≥ 0
 * @param delayMicros how long the condition must be confirmed by points before the alarm is raised
 */
record Condition(AlarmKind kind, double limit, double deadband, long delayMicros) {
  Condition {
    if (deadband < 0 || delayMicros < 0) {
      throw new IllegalArgumentException(
          "dead-band and delay are not negative: %s, %s".formatted(deadband, delayMicros));
    }
  }

  /** Whether a measured figure breaks the limit. */
  boolean isBroken(double figure) {
    return kind == AlarmKind.LIMIT_LOW ? figure < limit : figure > limit;
  }

  /** Whether a measured figure is back inside by more than the dead-band. */
  boolean isBack(double figure) {
    return kind == AlarmKind.LIMIT_LOW ? figure >= limit + deadband : figure <= limit - deadband;
  }
}
