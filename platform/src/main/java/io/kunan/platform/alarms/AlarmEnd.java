package io.kunan.platform.alarms;

/** Why an alarm was over although its condition was not seen to go away. */
public enum AlarmEnd {
  /** Its rule was switched off. */
  RULE_DISABLED,
  /** Its rule was retired. */
  RULE_RETIRED,
  /** Its rule no longer covers the tag, or the tag is gone. */
  TAG_LEFT,
  /** The stream job that watched it was stopped. */
  JOB_STOPPED
}
