package io.kunan.platform.advice.internal;

import io.kunan.kernel.AssetId;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceEvaluation;
import io.kunan.platform.advice.AdviceEvaluator;
import io.kunan.platform.advice.AdviceOutcome;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.Notices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes through accepted advice and has measured what is due. */
@Component
class AdviceEvaluations implements AdviceEvaluation {
  private static final Logger LOG = LoggerFactory.getLogger(AdviceEvaluations.class);
  private static final double SECONDS_PER_HOUR = 3_600;

  private final AdviceStore store;
  private final Map<String, AdviceEvaluator> evaluators;
  private final Notices notices;
  private final SiteAccess sites;
  private final Clock clock;

  AdviceEvaluations(
      AdviceStore store,
      List<AdviceEvaluator> evaluators,
      Notices notices,
      SiteAccess sites,
      Clock clock) {
    this.store = store;
    this.evaluators =
        evaluators.stream().collect(Collectors.toMap(AdviceEvaluator::kind, Function.identity()));
    this.notices = notices;
    this.sites = sites;
    this.clock = clock;
  }

  @Override
  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
  public synchronized int evaluateDue() {
    int evaluated = 0;
    for (Advice advice : store.accepted()) {
      AdviceEvaluator evaluator = evaluators.get(advice.kind());
      if (evaluator != null && !end(advice, evaluator).isAfter(clock.instant())) {
        evaluated += evaluate(advice, evaluator) ? 1 : 0;
      }
    }
    return evaluated;
  }

  private static Instant end(Advice advice, AdviceEvaluator evaluator) {
    double hours = advice.document().expected().horizonHours();
    return Objects.requireNonNull(advice.decidedAt())
        .plus(Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR)))
        .plus(evaluator.settling());
  }

  /** One that fails is tried again with the next round and keeps no other waiting. */
  private boolean evaluate(Advice advice, AdviceEvaluator evaluator) {
    try {
      AdviceOutcome outcome = evaluator.evaluate(advice);
      boolean stored = store.evaluate(advice.id(), outcome, clock.instant());
      if (stored) {
        notices.publish(
            "advice",
            new StoredAdviceBook.AdviceNotice(
                advice.id(), advice.assetId(), advice.priority(), AdviceState.EVALUATED),
            sites.audience(new AssetId(advice.assetId())));
      }
      return stored;
    } catch (RuntimeException e) {
      LOG.error("advice {} could not be evaluated", advice.id(), e);
      return false;
    }
  }
}
