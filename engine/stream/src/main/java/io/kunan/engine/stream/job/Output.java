package io.kunan.engine.stream.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The tag that takes a result.
 *
 * @param tag its name; may hold {@code {asset}}
 * @param unit symbol of {@link io.kunan.kernel.PlantUnits}; empty when not checked
 * @param deadband what is too little a change to be told; null to tell every result
 */
public record Output(String tag, String unit, @Nullable Deadband deadband) {
  /**
   * A result is told when it differs from the last one told by more than a band, when its quality
   * changes, or when the last one is old.
   *
   * @param band in the unit of the output, ≥ 0; 0 tells every change
   * @param silence longest time without telling
   */
  public record Deadband(double band, Duration silence) {}
}
