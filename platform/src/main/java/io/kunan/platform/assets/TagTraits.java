package io.kunan.platform.assets;

import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.Text;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a tag measures and how its values are to be read.
 *
 * @param quantity a stable name shared by like tags of like assets, such as {@code bathTemperature}
 * @param label shown to people
 * @param group under which the asset's page lists it
 * @param unit a symbol of {@link PlantUnits}; empty for pure numbers and states
 * @param low bottom of a trend's scale, in the unit
 * @param high top of a trend's scale
 * @param limitLow lower end of the good range
 * @param limitHigh upper end of the good range
 * @param step true when a value holds until the next one; digital tags always step
 * @param states words of a digital tag's codes; empty for others
 * @param retentionClass tags of one class are kept equally long
 * @param expectedPeriod time between two values while all is well; null when not known
 * @param virtual whether it comes from a virtual plant
 * @param compression which of its live points are worth keeping; null for all of them
 */
public record TagTraits(
    String quantity,
    Text label,
    Text group,
    String unit,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double limitLow,
    @Nullable Double limitHigh,
    boolean step,
    List<State> states,
    String retentionClass,
    @Nullable Duration expectedPeriod,
    boolean virtual,
    @Nullable Compression compression) {
  /** Class of tags for which none is named. */
  public static final String DEFAULT_CLASS = "default";

  /** Expected periods without a new value after which a tag is stale. */
  private static final int STALE_PERIODS = 3;

  /** A fast tag is not called stale for one late message. */
  private static final Duration SHORTEST_SILENCE = Duration.ofSeconds(5);

  public TagTraits {
    states = List.copyOf(states);
    step = step || !states.isEmpty();
    PlantUnits.get(unit);
    checkOrder("low", low, high);
    checkOrder("limitLow", limitLow, limitHigh);
    if (retentionClass.isBlank()) {
      throw new InputException("retentionClass", "is empty", "write " + DEFAULT_CLASS);
    }
    if (expectedPeriod != null && !expectedPeriod.isPositive()) {
      throw new InputException(
          "expectedPeriodSeconds", "%s is not positive".formatted(expectedPeriod), "give seconds");
    }
    Set<Integer> codes = new HashSet<>();
    for (State state : states) {
      if (!codes.add(state.code())) {
        throw new InputException(
            "states", "the code %d stands twice".formatted(state.code()), "give each code once");
      }
    }
  }

  /**
   * How old the last value may be before a tag is stale; the one rule for connections and pages.
   *
   * @param expectedPeriod time between two values while all is well, positive
   */
  public static Duration staleAfter(Duration expectedPeriod) {
    Duration silence = expectedPeriod.multipliedBy(STALE_PERIODS);
    return silence.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : silence;
  }

  /** One of which every point is kept. */
  public TagTraits(
      String quantity,
      Text label,
      Text group,
      String unit,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double limitLow,
      @Nullable Double limitHigh,
      boolean step,
      List<State> states,
      String retentionClass,
      @Nullable Duration expectedPeriod,
      boolean virtual) {
    this(
        quantity,
        label,
        group,
        unit,
        low,
        high,
        limitLow,
        limitHigh,
        step,
        states,
        retentionClass,
        expectedPeriod,
        virtual,
        null);
  }

  /** The same with another compression. */
  public TagTraits compressed(@Nullable Compression rule) {
    return new TagTraits(
        quantity,
        label,
        group,
        unit,
        low,
        high,
        limitLow,
        limitHigh,
        step,
        states,
        retentionClass,
        expectedPeriod,
        virtual,
        rule);
  }

  /** A plain tag: a quantity in a unit, on a line between its points. */
  public static TagTraits of(String quantity, Text label, String unit) {
    return new TagTraits(
        quantity,
        label,
        Text.same(""),
        unit,
        null,
        null,
        null,
        null,
        false,
        List.of(),
        DEFAULT_CLASS,
        null,
        false);
  }

  /**
   * Which live points of a tag history keeps, in two stages; see {@link
   * io.kunan.engine.history.Compression}. Between kept points the line errs by at most twice the
   * first deviation and the second together.
   *
   * @param exceptionDeviation of the exception test, in the unit of the tag; 0 passes every change
   * @param doorDeviation of the swinging door, in the unit of the tag; 0 keeps what is not on a
   *     line
   * @param longest after this a point is kept in any case; history trails the plant by so much
   */
  public record Compression(double exceptionDeviation, double doorDeviation, Duration longest) {
    /** Longer than this a trend may not trail. */
    public static final Duration MOST = Duration.ofDays(1);

    public Compression {
      checkDeviation("compression.exceptionDeviation", exceptionDeviation);
      checkDeviation("compression.doorDeviation", doorDeviation);
      if (!longest.isPositive() || longest.compareTo(MOST) > 0) {
        throw new InputException(
            "compression.longestSeconds",
            "%s s cannot be used".formatted(longest.toNanos() / 1e9),
            "give more than 0 and at most %,d seconds".formatted(MOST.toSeconds()));
      }
    }

    private static void checkDeviation(String where, double deviation) {
      if (!(deviation >= 0 && Double.isFinite(deviation))) {
        throw new InputException(where, deviation + " is no deviation", "give 0 or more");
      }
    }
  }

  /** One state of a digital tag. */
  public record State(int code, String zh, String en) {}

  private static void checkOrder(String where, @Nullable Double low, @Nullable Double high) {
    for (Double end : new Double[] {low, high}) {
      if (end != null && !Double.isFinite(end)) {
        throw new InputException(where, end + " is no number", "give a finite number or none");
      }
    }
    if (low != null && high != null && low >= high) {
      throw new InputException(
          where, "%s is not below %s".formatted(low, high), "give the smaller number first");
    }
  }
}
