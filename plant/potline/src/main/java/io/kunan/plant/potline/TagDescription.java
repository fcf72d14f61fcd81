package io.kunan.plant.potline;

import io.kunan.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one tag of the virtual line is, as data that a platform can import.
 *
 * @param name unique in the line, such as {@code L2.2017.V}
 * @param asset what it belongs to: {@code L2} or a pot such as {@code L2.2017}
 * @param key the quantity, such as {@code V}
 * @param label name for people
 * @param unit symbol as in {@link io.kunan.kernel.PlantUnits}
 * @param range what the instrument can show
 * @param normal where the value usually is
 * @param limits beyond which a person should be told, null when there are none
 * @param step true when the value holds until the next one
 * @param kind where the value comes from
 * @param states names of the states of a digital tag, empty for a quantity
 */
public record TagDescription(
    String name,
    String asset,
    String key,
    Text label,
    String unit,
    Band range,
    Band normal,
    @Nullable Band limits,
    boolean step,
    Kind kind,
    List<State> states) {

  /** Where a value comes from. */
  public enum Kind {
    /** An instrument on line. */
    MEASURED,
    /** The pot controller works it out. */
    CALCULATED,
    /** A person measures or analyses it, once a day or less, and it may come late. */
    LABORATORY,
    /** Set by people or by a control. */
    SET_POINT
  }

  /** A closed range in the unit of the tag. */
  public record Band(double low, double high) {}

  /** One state of a digital tag. */
  public record State(int value, Text label) {}

  public TagDescription {
    states = List.copyOf(states);
  }
}
