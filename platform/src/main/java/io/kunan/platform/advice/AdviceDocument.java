package io.kunan.platform.advice;

import io.kunan.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was known when an advice was given; never changed afterwards.
 *
 * @param title what to do, in a few words
 * @param from present setting
 * @param to setting advised
 * @param unit of both
 * @param reason why, one sentence
 * @param expected what should come of it
 * @param money its worth, or null while that is not measured
 * @param guards the guard rails that were checked
 * @param wouldChange what would change the advice
 * @param risk low, medium or high
 * @param inputs the values it rests on
 * @param model the model version it used, or null
 * @param virtual whether the plant is simulated
 */
public record AdviceDocument(
    Text title,
    double from,
    double to,
    String unit,
    Text reason,
    Expected expected,
    @Nullable Money money,
    List<GuardCheck> guards,
    Text wouldChange,
    String risk,
    List<Input> inputs,
    @Nullable ModelVersion model,
    boolean virtual) {
  public AdviceDocument {
    guards = List.copyOf(guards);
    inputs = List.copyOf(inputs);
  }

  /**
   * The effect to be expected.
   *
   * @param quantity what changes
   * @param change by how much
   * @param low lower end of the 80 % band
   * @param high upper end
   * @param unit of all three
   * @param horizonHours within how many hours
   */
  public record Expected(
      Text quantity, double change, double low, double high, String unit, double horizonHours) {}

  /** Worth a day, with the half width of its 80 % band. */
  public record Money(double perDay, double plusMinus, String currency) {}

  /** A guard rail, whether it holds, and the figures. */
  public record GuardCheck(Text name, boolean passed, String detail) {}

  /** A value the advice rests on. */
  public record Input(
      Text label, @Nullable Integer tagId, double value, String unit, Instant at, int quality) {}

  /** The model version used. */
  public record ModelVersion(long id, int version, String label) {}
}
