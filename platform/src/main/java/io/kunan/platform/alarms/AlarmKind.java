package io.kunan.platform.alarms;

/** What a rule looks at. */
public enum AlarmKind {
  /** The value lies above the limit. */
  LIMIT_HIGH,
  /** The value lies below the limit. */
  LIMIT_LOW,
  /** The value changes faster than the limit, in units per minute, up or down. */
  RATE,
  /** No usable value for longer than the limit, in seconds. */
  STALE,
  /** A model drifts, left what it was trained on, or is silent; see {@link ModelCondition}. */
  MODEL,
  /** A rule of the streams holds; see {@link StreamCondition}. */
  STREAM;

  /** Whether the value of the tag itself is compared with the limit, not a figure made from it. */
  public boolean watchesValue() {
    return this == LIMIT_HIGH || this == LIMIT_LOW;
  }
}
