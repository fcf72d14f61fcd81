package io.kunan.platform.models.internal;

import io.kunan.platform.live.StatusSource;
import io.kunan.platform.models.DriftReport.DriftState;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelAlias;
import io.kunan.platform.models.ModelVersion;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes round all models every minute: forecasts, drift, and the figures of the status bar. */
@Component
class ModelRounds implements StatusSource {
  private static final Logger LOG = LoggerFactory.getLogger(ModelRounds.class);

  private final ObjectProvider<io.kunan.platform.models.Models> models;
  private final ObjectProvider<LiveScoring> scoring;
  private final ObjectProvider<DriftWatch> drift;
  private final VersionStore versions;
  private volatile StatusSource.Models figures = new StatusSource.Models(0, 0);
  private volatile boolean virtual;

  ModelRounds(
      ObjectProvider<io.kunan.platform.models.Models> models,
      ObjectProvider<LiveScoring> scoring,
      ObjectProvider<DriftWatch> drift,
      VersionStore versions) {
    this.models = models;
    this.scoring = scoring;
    this.drift = drift;
    this.versions = versions;
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
  void go() {
    List<Model> all = models.getObject().list();
    int champions = 0;
    int drifting = 0;
    for (Model model : all) {
      try {
        scoring.getObject().score(model);
        Optional<ModelVersion> champion = versions.find(model.id(), ModelAlias.CHAMPION);
        champions += champion.isPresent() ? 1 : 0;
        drifting += champion.filter(version -> drifts(model, version)).isPresent() ? 1 : 0;
      } catch (RuntimeException e) {
        LOG.error("model {} could not forecast", model.definition().code(), e);
      }
    }
    figures = new StatusSource.Models(champions, drifting);
    virtual = all.stream().anyMatch(Model::virtual);
  }

  private boolean drifts(Model model, ModelVersion champion) {
    return drift.getObject().report(model, champion).state() == DriftState.ACT;
  }

  @Override
  public StatusSource.Models models() {
    return figures;
  }

  @Override
  public boolean virtualPlant() {
    return virtual;
  }
}
