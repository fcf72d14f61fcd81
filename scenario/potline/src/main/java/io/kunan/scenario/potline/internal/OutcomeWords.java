package io.kunan.scenario.potline.internal;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.AdviceOutcome.Verdict;
import io.kunan.scenario.potline.core.DoseCourse;
import io.kunan.scenario.potline.core.DoseEffect;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words what came of a change of dose. */
final class OutcomeWords {
  private OutcomeWords() {}

  static Text reason(Verdict verdict, @Nullable DoseCourse own, @Nullable DoseEffect effect) {
    return switch (verdict) {
      case HELPED, UNCLEAR, OPPOSITE ->
          compared(verdict, Objects.requireNonNull(own), Objects.requireNonNull(effect));
      case NOT_CARRIED_OUT -> notCarriedOut(Objects.requireNonNull(own));
      case NOT_MEASURABLE ->
          new Text(
              "缺少测量值，或剂量未变的同类槽不足 %d 台".formatted(DoseEffect.LEAST_PEERS),
              "values are missing, or fewer than %d like pots kept their dose"
                  .formatted(DoseEffect.LEAST_PEERS));
    };
  }

  private static Text notCarriedOut(DoseCourse own) {
    String moved = SignedFigure.of(own.doseChange(), 0);
    return new Text(
        "剂量变化 %s kg/d，未按建议执行，无法评价".formatted(moved),
        "the dose moved by %s kg/d, not as advised: nothing can be said of the advice"
            .formatted(moved));
  }

  private static Text compared(Verdict verdict, DoseCourse own, DoseEffect effect) {
    String zh =
        switch (verdict) {
          case HELPED -> "与预期同向，超出偶然";
          case OPPOSITE -> "与预期相反，超出偶然";
          case UNCLEAR, NOT_CARRIED_OUT, NOT_MEASURABLE -> "与偶然波动无法区分";
        };
    String en =
        switch (verdict) {
          case HELPED -> "the way expected, beyond chance";
          case OPPOSITE -> "against what was expected, beyond chance";
          case UNCLEAR, NOT_CARRIED_OUT, NOT_MEASURABLE -> "not to be told from chance";
        };
    String changed = SignedFigure.of(own.temperatureChange(), 1);
    String peers = SignedFigure.of(effect.peersChange(), 1);
    String apart = SignedFigure.of(effect.effect(), 1);
    String band = SignedFigure.of(effect.low(), 1) + "…" + SignedFigure.of(effect.high(), 1);
    return new Text(
        "槽温变化 %s °C，%d 台同类槽 %s °C，差 %s °C（80 %% 区间 %s）：%s"
            .formatted(changed, effect.peers(), peers, apart, band, zh),
        "bath %s °C, %d like pots %s °C: effect %s °C (80 %% interval %s), %s"
            .formatted(changed, effect.peers(), peers, apart, band, en));
  }
}
