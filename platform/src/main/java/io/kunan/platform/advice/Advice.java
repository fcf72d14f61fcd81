package io.kunan.platform.advice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One advice and what people made of it.
 *
 * @param id number, 0 for one not yet stored
 * @param assetId the equipment concerned
 * @param kind what kind of setting, such as ALF3_DOSE; one proposal at a time for each kind
 * @param priority 1 critical, 2 high, 3 medium
 * @param state where it stands
 * @param createdAt when it was given
 * @param expiresAt when it loses its meaning
 * @param decidedAt when somebody decided, or null
 * @param decidedBy who, or null
 * @param decisionReason what they said, or null
 * @param document what was known when it was given
 * @param replayed whether it was worked out afterwards, from what was known then, and the decision
 *     is what the plant was seen to do
 * @param evaluatedAt when its outcome was measured, or null
 * @param outcome what came of it, or null
 */
public record Advice(
    long id,
    int assetId,
    String kind,
    int priority,
    AdviceState state,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant decidedAt,
    @Nullable String decidedBy,
    @Nullable String decisionReason,
    AdviceDocument document,
    boolean replayed,
    @Nullable Instant evaluatedAt,
    @Nullable AdviceOutcome outcome) {

  /** A proposal that has not been stored yet. */
  public static Advice propose(
      int assetId,
      String kind,
      int priority,
      Instant createdAt,
      Instant expiresAt,
      AdviceDocument document) {
    return new Advice(
        0,
        assetId,
        kind,
        priority,
        AdviceState.PROPOSED,
        createdAt,
        expiresAt,
        null,
        null,
        null,
        document,
        false,
        null,
        null);
  }
}
