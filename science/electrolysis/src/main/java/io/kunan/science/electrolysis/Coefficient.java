package io.kunan.science.electrolysis;

/**
 * One number of an equation as it stands in a coefficient file.
 *
 * @param symbol name by which the equation asks for it, such as {@code liquidus.pure}
 * @param value the number
 * @param unit its unit, "1" when it has none
 * @param low lowest value that makes physical sense when it is fitted or perturbed
 * @param high highest such value
 * @param source paper, standard or "prior"
 * @param flag how well it is known
 */
public record Coefficient(
    String symbol, double value, String unit, double low, double high, String source, Flag flag) {

  /** Where a number comes from. */
  public enum Flag {
    /** Seen in a published source. */
    PUBLISHED,
    /** Known from the literature, to be confirmed in the paper before it is called validated. */
    LITERATURE,
    /** An engineering prior: fit it to plant data. */
    PRIOR,
    /** Calculated from other values. */
    COMPUTED
  }
}
