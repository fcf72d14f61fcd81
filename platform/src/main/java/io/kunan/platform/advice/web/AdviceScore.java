package io.kunan.platform.advice.web;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceOutcome;
import io.kunan.platform.advice.AdviceOutcome.Verdict;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of all evaluated advice of one kind. One case tells little against the scatter of the
 * plant; many together do.
 *
 * @param effects cases whose effect could be measured
 * @param meanExpected mean of what was expected of these
 * @param meanEffect mean effect of these; null for fewer than two
 * @param low lower end of the 80 % interval of the mean effect
 * @param high upper end
 * @param replayed cases worked out afterwards from the plant's past
 * @param virtual whether some are from a virtual plant
 */
record AdviceScore(
    String kind,
    Text quantity,
    String unit,
    int evaluated,
    int helped,
    int unclear,
    int opposite,
    int notCarriedOut,
    int notMeasurable,
    int effects,
    @Nullable Double meanExpected,
    @Nullable Double meanEffect,
    @Nullable Double low,
    @Nullable Double high,
    int replayed,
    boolean virtual) {
  /** 90 % of a normal distribution lie below it: the interval holds the middle 80 %. */
  private static final double NORMAL_90 = 1.2816;

  /** The score of evaluated advice of one kind; not empty. */
  static AdviceScore of(List<Advice> cases) {
    Advice first = cases.getFirst();
    List<Advice> told =
        cases.stream().filter(one -> carriedOut(one) && outcome(one).effect() != null).toList();
    double[] effects =
        told.stream().mapToDouble(one -> Objects.requireNonNull(outcome(one).effect())).toArray();
    double mean = mean(effects);
    double half = NORMAL_90 * deviation(effects, mean) / Math.sqrt(effects.length);
    boolean enough = effects.length > 1;
    return new AdviceScore(
        first.kind(),
        first.document().expected().quantity(),
        first.document().expected().unit(),
        cases.size(),
        count(cases, Verdict.HELPED),
        count(cases, Verdict.UNCLEAR),
        count(cases, Verdict.OPPOSITE),
        count(cases, Verdict.NOT_CARRIED_OUT),
        count(cases, Verdict.NOT_MEASURABLE),
        effects.length,
        enough
            ? mean(told.stream().mapToDouble(one -> one.document().expected().change()).toArray())
            : null,
        enough ? mean : null,
        enough ? mean - half : null,
        enough ? mean + half : null,
        Math.toIntExact(cases.stream().filter(Advice::replayed).count()),
        cases.stream().anyMatch(one -> one.document().virtual()));
  }

  private static AdviceOutcome outcome(Advice advice) {
    return Objects.requireNonNull(advice.outcome());
  }

  private static boolean carriedOut(Advice advice) {
    return outcome(advice).verdict() != Verdict.NOT_CARRIED_OUT;
  }

  private static int count(List<Advice> cases, Verdict verdict) {
    return Math.toIntExact(cases.stream().filter(one -> outcome(one).verdict() == verdict).count());
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double deviation(double[] values, double mean) {
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return Math.sqrt(squares / (values.length - 1));
  }
}
