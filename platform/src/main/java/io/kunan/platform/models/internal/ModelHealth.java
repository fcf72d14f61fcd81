package io.kunan.platform.models.internal;

import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.alarms.ModelCondition;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Prediction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has people told by an alarm when a model that serves can no longer be relied on. */
@Component
class ModelHealth {
  /** A forecast is due with every row; so many rows without one are silence. */
  private static final int SILENT_ROWS = 3;

  private static final double FINE = 0;
  private static final double DRIFTS = 2;

  private final Alarms alarms;
  private final PredictionStore predictions;
  private final Clock clock;

  ModelHealth(Alarms alarms, PredictionStore predictions, Clock clock) {
    this.alarms = alarms;
    this.predictions = predictions;
    this.clock = clock;
  }

  /** Judges a model by its champion. */
  void judge(Model model, boolean drifts, ModelVersion champion) {
    Optional<Prediction> latest = predictions.latest(model.id(), champion.version());
    tell(model, ModelCondition.DRIFT, drifts ? DRIFTS : FINE);
    tell(
        model,
        ModelCondition.ENVELOPE,
        predictions.middleDistance(model.id(), champion.version()).orElse(FINE));
    Instant last = latest.map(Prediction::madeAt).orElse(champion.createdAt());
    tell(model, ModelCondition.SILENT, silence(model.definition(), last));
  }

  /** Seconds without a forecast beyond the rows in which none was due. */
  private double silence(ModelDefinition definition, Instant last) {
    Duration since = Duration.between(last, clock.instant());
    Duration usual = definition.every().multipliedBy(SILENT_ROWS);
    return Math.max(FINE, (double) since.minus(usual).toSeconds());
  }

  private void tell(Model model, ModelCondition condition, double figure) {
    ModelDefinition definition = model.definition();
    alarms.judge(
        condition,
        definition.code(),
        definition.asset(),
        definition.target(),
        definition.name(),
        figure);
  }
}
