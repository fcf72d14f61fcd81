package io.kunan.platform.streams;

/** Whether a job runs. */
public enum StreamMode {
  OFF,
  /** It runs and is watched; nothing is stored, no alarm raised. */
  DRY_RUN,
  ON
}
