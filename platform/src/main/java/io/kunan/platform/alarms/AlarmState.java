package io.kunan.platform.alarms;

/** Where an alarm stands between its raising and its end. */
public enum AlarmState {
  ACTIVE_UNACKED,
  ACTIVE_ACKED,
  CLEARED_UNACKED,
  CLEARED,
  /** Set aside by a person for a while. */
  SHELVED
}
