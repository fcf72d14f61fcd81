package io.kunan.platform.models.internal;

import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.models.DriftReport.DriftState;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelAlias;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.web.Caller;
import java.util.ArrayList;
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
  private final ModelHealth health;
  private final SiteAccess sites;
  private volatile List<Standing> standings = List.of();

  /** How a model stood when it was last looked at. */
  private record Standing(Model model, boolean serves, boolean drifts) {}

  ModelRounds(
      ObjectProvider<io.kunan.platform.models.Models> models,
      ObjectProvider<LiveScoring> scoring,
      ObjectProvider<DriftWatch> drift,
      VersionStore versions,
      ModelHealth health,
      SiteAccess sites) {
    this.models = models;
    this.scoring = scoring;
    this.drift = drift;
    this.versions = versions;
    this.health = health;
    this.sites = sites;
  }

  @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT1M")
  void go() {
    List<Standing> found = new ArrayList<>();
    for (Model model : models.getObject().list()) {
      found.add(look(model));
    }
    standings = List.copyOf(found);
  }

  private Standing look(Model model) {
    score(model);
    boolean serves = false;
    boolean drifts = false;
    try {
      Optional<ModelVersion> champion = versions.find(model.id(), ModelAlias.CHAMPION);
      serves = champion.isPresent();
      drifts = champion.filter(version -> drifts(model, version)).isPresent();
      if (serves) {
        health.judge(model, drifts, champion.orElseThrow());
      }
    } catch (RuntimeException e) {
      LOG.error("model {} could not be judged", model.definition().code(), e);
    }
    return new Standing(model, serves, drifts);
  }

  /** One that fails is silent, which its alarm then tells. */
  private void score(Model model) {
    try {
      scoring.getObject().score(model);
    } catch (RuntimeException e) {
      LOG.error("model {} could not forecast", model.definition().code(), e);
    }
  }

  private boolean drifts(Model model, ModelVersion champion) {
    return drift.getObject().report(model, champion).state() == DriftState.ACT;
  }

  @Override
  public StatusSource.Models models(Caller person) {
    int champions = 0;
    int drifting = 0;
    for (Standing one : standings) {
      if (sites.covers(person, one.model().definition().asset())) {
        champions += one.serves() ? 1 : 0;
        drifting += one.drifts() ? 1 : 0;
      }
    }
    return new StatusSource.Models(champions, drifting);
  }

  @Override
  public boolean virtualPlant(Caller person) {
    return standings.stream()
        .map(Standing::model)
        .anyMatch(model -> model.virtual() && sites.covers(person, model.definition().asset()));
  }
}
