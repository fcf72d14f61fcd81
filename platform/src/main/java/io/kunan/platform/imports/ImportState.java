package io.kunan.platform.imports;

/** Where an import stands. */
public enum ImportState {
  /** The file is here and waits for its mapping. */
  PREVIEW,
  RUNNING,
  DONE,
  /** It ended early for a reason told in its message; what was stored until then stays. */
  FAILED,
  /** A person ended it early; what was stored until then stays. */
  CANCELLED
}
