package io.kunan.platform.advice;

import io.kunan.kernel.Text;
import io.kunan.platform.advice.AdviceDocument.Expected;
import io.kunan.platform.advice.AdviceDocument.GuardCheck;
import io.kunan.platform.advice.AdviceDocument.Input;
import io.kunan.platform.advice.AdviceDocument.ModelVersion;
import io.kunan.platform.advice.AdviceDocument.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An advice as the console shows it. */
public record AdviceView(
    long id,
    int assetId,
    String kind,
    Text title,
    double from,
    double to,
    String unit,
    Text reason,
    Expected expected,
    @Nullable Money money,
    List<GuardCheck> guards,
    Text wouldChange,
    @Schema(allowableValues = {"1", "2", "3"}) int priority,
    @Schema(allowableValues = {"low", "medium", "high"}) String risk,
    AdviceState state,
    Instant createdAt,
    Instant expiresAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decisionReason,
    List<Input> inputs,
    @Nullable ModelVersion model,
    boolean virtual,
    @Nullable Boolean replayed,
    @Nullable Instant evaluatedAt,
    @Nullable AdviceOutcome outcome) {

  public static AdviceView of(Advice advice) {
    AdviceDocument document = advice.document();
    return new AdviceView(
        advice.id(),
        advice.assetId(),
        advice.kind(),
        document.title(),
        document.from(),
        document.to(),
        document.unit(),
        document.reason(),
        document.expected(),
        document.money(),
        document.guards(),
        document.wouldChange(),
        advice.priority(),
        document.risk(),
        advice.state(),
        advice.createdAt(),
        advice.expiresAt(),
        advice.decidedBy(),
        advice.decidedAt(),
        advice.decisionReason(),
        document.inputs(),
        document.model(),
        document.virtual(),
        advice.replayed() ? true : null,
        advice.evaluatedAt(),
        advice.outcome());
  }
}
