package io.kunan.platform.advice;

import io.kunan.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of an advice that was accepted, measured once its horizon was over: the change of the
 * equipment, and what like equipment did meanwhile without a decision. Kept whatever it says.
 *
 * @param from the decision
 * @param to end of what was measured
 * @param before the quantity before the decision, in {@code unit}; null when not measured
 * @param after the quantity about the end of the horizon; null when not measured
 * @param settingAfter the setting that was then kept, or null when not measured
 * @param peers pieces of like equipment it is compared with
 * @param peersChange their mean change; null when there are too few
 * @param effect the equipment's change less that of its peers (difference in differences); null
 *     when it cannot be told
 * @param low lower end of the 80 % interval of the effect
 * @param high upper end
 * @param unit of all of these but the setting
 * @param inExpectedBand whether the effect lies in the band that was expected; null without one
 * @param reason the verdict in one sentence
 */
public record AdviceOutcome(
    Instant from,
    Instant to,
    @Nullable Double before,
    @Nullable Double after,
    @Nullable Double settingAfter,
    int peers,
    @Nullable Double peersChange,
    @Nullable Double effect,
    @Nullable Double low,
    @Nullable Double high,
    String unit,
    @Nullable Boolean inExpectedBand,
    Verdict verdict,
    Text reason) {

  /** What it means. */
  public enum Verdict {
    /** The effect went the way expected, beyond chance. */
    HELPED,
    /** The effect cannot be told from chance. */
    UNCLEAR,
    /** The effect went against what was expected, beyond chance. */
    OPPOSITE,
    /** The setting did not follow: nothing can be said of the advice. */
    NOT_CARRIED_OUT,
    /** Values or peers are missing. */
    NOT_MEASURABLE
  }
}
