package io.kunan.scenario.potline.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceEvaluator;
import io.kunan.platform.advice.AdviceOutcome;
import io.kunan.platform.advice.AdviceOutcome.Verdict;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.assets.Asset;
import io.kunan.scenario.potline.core.DoseCourse;
import io.kunan.scenario.potline.core.DoseEffect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measures what a followed advice on aluminium fluoride did to the bath temperature. */
@Component
class FluorideEvaluator implements AdviceEvaluator {
  /** A dose acts for three days: a pot decided on so long before is no peer. */
  private static final Duration ACTS = Duration.ofHours(72);

  /** Less than this share of the change advised is not having followed it. */
  private static final double FOLLOWED = 0.5;

  private final Potrooms potrooms;
  private final DoseCourses courses;
  private final AdviceBook book;
  private @Nullable Read last;

  /** What was read last: many decisions of a line fall on one instant. */
  private record Read(AssetId line, long decided, long horizon, List<DoseCourse> pots) {}

  FluorideEvaluator(Potrooms potrooms, DoseCourses courses, AdviceBook book) {
    this.potrooms = potrooms;
    this.courses = courses;
    this.book = book;
  }

  @Override
  public String kind() {
    return FluorideAdvisor.KIND;
  }

  @Override
  public Duration settling() {
    return DoseCourses.SETTLING;
  }

  @Override
  public AdviceOutcome evaluate(Advice advice) {
    Instant decided = Objects.requireNonNull(advice.decidedAt());
    Optional<Asset> line = potrooms.lineOf(new AssetId(advice.assetId()));
    List<DoseCourse> pots =
        line.map(one -> read(one, Micros.of(decided), horizon(advice))).orElse(List.of());
    Optional<DoseCourse> own =
        pots.stream().filter(pot -> pot.pot() == advice.assetId()).findFirst();
    Set<Integer> decidedOn = decidedOn(decided, horizon(advice));
    List<DoseCourse> others =
        pots.stream()
            .filter(pot -> pot.pot() != advice.assetId() && !decidedOn.contains(pot.pot()))
            .toList();
    Optional<DoseEffect> effect = own.flatMap(pot -> DoseEffect.measure(pot, others));
    return outcome(advice, decided, own, effect);
  }

  private static long horizon(Advice advice) {
    return Math.round(advice.document().expected().horizonHours() * Micros.PER_HOUR);
  }

  private synchronized List<DoseCourse> read(Asset line, long decided, long horizon) {
    Read known = last;
    if (known == null
        || !known.line().equals(line.id())
        || known.decided() != decided
        || known.horizon() != horizon) {
      known = new Read(line.id(), decided, horizon, courses.of(line, decided, horizon));
      last = known;
    }
    return known.pots();
  }

  /** Pots whose dose somebody decided on about that time. */
  private Set<Integer> decidedOn(Instant decided, long horizon) {
    Instant from = decided.minus(ACTS);
    Instant to = Micros.toInstant(Micros.of(decided) + horizon);
    return Stream.of(AdviceState.ACCEPTED, AdviceState.EVALUATED)
        .flatMap(state -> book.list(state, null, 0, 5_000).stream())
        .filter(other -> other.kind().equals(kind()))
        .filter(other -> isBetween(Objects.requireNonNull(other.decidedAt()), from, to))
        .map(Advice::assetId)
        .collect(Collectors.toSet());
  }

  private static boolean isBetween(Instant time, Instant from, Instant to) {
    return !time.isBefore(from) && !time.isAfter(to);
  }

  private static AdviceOutcome outcome(
      Advice advice, Instant decided, Optional<DoseCourse> own, Optional<DoseEffect> effect) {
    var expected = advice.document().expected();
    Verdict verdict = verdict(advice, own, effect);
    Instant to = Micros.toInstant(Micros.of(decided) + horizon(advice)).plus(DoseCourses.SETTLING);
    return new AdviceOutcome(
        decided,
        to,
        finite(own.map(DoseCourse::temperatureBefore)),
        finite(own.map(DoseCourse::temperatureAfter)),
        finite(own.map(DoseCourse::doseAfter)),
        effect.map(DoseEffect::peers).orElse(0),
        effect.map(DoseEffect::peersChange).orElse(null),
        effect.map(DoseEffect::effect).orElse(null),
        effect.map(DoseEffect::low).orElse(null),
        effect.map(DoseEffect::high).orElse(null),
        expected.unit(),
        effect
            .map(one -> one.effect() >= expected.low() && one.effect() <= expected.high())
            .orElse(null),
        verdict,
        OutcomeWords.reason(verdict, own.orElse(null), effect.orElse(null)));
  }

  private static @Nullable Double finite(Optional<Double> figure) {
    return figure.filter(Double::isFinite).orElse(null);
  }

  private static Verdict verdict(
      Advice advice, Optional<DoseCourse> own, Optional<DoseEffect> effect) {
    double advised = advice.document().to() - advice.document().from();
    double done = own.map(DoseCourse::doseChange).orElse(Double.NaN);
    if (Double.isNaN(done)) {
      return Verdict.NOT_MEASURABLE;
    }
    if (done / advised < FOLLOWED) {
      return Verdict.NOT_CARRIED_OUT;
    }
    if (effect.isEmpty()) {
      return Verdict.NOT_MEASURABLE;
    }
    double way = Math.signum(advice.document().expected().change());
    double nearest = way > 0 ? effect.get().low() : -effect.get().high();
    double farthest = way > 0 ? effect.get().high() : -effect.get().low();
    return nearest > 0 ? Verdict.HELPED : farthest < 0 ? Verdict.OPPOSITE : Verdict.UNCLEAR;
  }
}
