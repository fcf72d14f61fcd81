package io.kunan.engine.stream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something with a start and an end at an asset: a rule that held, a batch, a phase of it.
 *
 * @param asset where; empty for a job that runs once
 * @param type what; a phase is {@code type/phase}
 * @param start microseconds UTC; asset, type and start name the frame
 * @param end microseconds UTC; null while it goes on
 * @param attributes figures by name; complete once it has ended
 * @param parentStart start of the frame it is a phase of, whose type is the part before the slash;
 *     null for none
 */
public record EventFrame(
    String asset,
    String type,
    long start,
    @Nullable Long end,
    Map<String, Double> attributes,
    @Nullable Long parentStart) {
  public EventFrame {
    attributes = Map.copyOf(attributes);
  }
}
