package io.kunan.plant.potline;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a pot. Told twice with one id: when it begins (no end yet) and when it
 * is over.
 *
 * @param id the same for beginning and end, unique in the line
 * @param asset name of the pot, such as {@code L2.2017}
 * @param pot number of the pot
 * @param startMicros UTC
 * @param endMicros UTC, null while it lasts
 * @param attributes figures by name with the unit in the name, such as {@code weight_kg}
 */
public record PotEvent(
    String id,
    Kind kind,
    String asset,
    int pot,
    long startMicros,
    @Nullable Long endMicros,
    Map<String, Object> attributes) {

  /** What can happen to a pot. */
  public enum Kind {
    /** A spent anode is replaced by a cold one. */
    ANODE_CHANGE,
    /** Metal is sucked out. */
    TAP,
    /** Bath is sucked out. */
    BATH_TAP,
    /** The anodes are wrapped in gas and the voltage jumps. */
    ANODE_EFFECT,
    /** A feeder is blocked. */
    FEEDER_FAULT,
    /** The pot controller does not answer. */
    COMMUNICATION_FAULT
  }

  public PotEvent {
    attributes = Map.copyOf(attributes);
  }
}
