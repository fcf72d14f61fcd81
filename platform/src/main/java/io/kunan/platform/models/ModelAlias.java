package io.kunan.platform.models;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The part a version plays; each is played by one version at most. */
public enum ModelAlias {
  /** Serves: pages and advice use it. */
  CHAMPION,
  /** Passed the gate and waits for a person to promote it. */
  CANDIDATE,
  /** Did not pass the gate; forecasts beside the others so that it can be watched. */
  SHADOW;

  /** The word on the wire. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
