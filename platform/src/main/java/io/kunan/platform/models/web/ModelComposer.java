package io.kunan.platform.models.web;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.models.DriftReport;
import io.kunan.platform.models.DriftReport.DriftState;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelAlias;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Models;
import io.kunan.platform.models.Prediction;
import io.kunan.platform.models.internal.DriftWatch;
import io.kunan.platform.models.web.ModelViews.ModelSummaryView;
import io.kunan.platform.models.web.ModelViews.ModelTarget;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what a list of models shows of one. */
@Component
class ModelComposer {
  private final Models models;
  private final DriftWatch drift;
  private final Assets assets;

  ModelComposer(Models models, DriftWatch drift, Assets assets) {
    this.models = models;
    this.drift = drift;
    this.assets = assets;
  }

  ModelSummaryView summary(Model model, List<ModelVersion> versions) {
    ModelDefinition definition = model.definition();
    Optional<ModelVersion> serving = serving(versions);
    return new ModelSummaryView(
        model.id(),
        definition.code(),
        definition.name(),
        definition.asset().value(),
        target(definition),
        definition.horizon().toSeconds(),
        model.virtual(),
        version(versions, ModelAlias.CHAMPION),
        version(versions, ModelAlias.CANDIDATE),
        status(model, serving.orElse(null)),
        models.latest(model.id()).map(Prediction::madeAt).orElse(null),
        serving.map(version -> version.record().metrics().skill()).orElse(null));
  }

  /** The version whose forecasts are shown: the champion; before there is one, another's. */
  Optional<ModelVersion> serving(List<ModelVersion> versions) {
    return versions.stream()
        .filter(version -> version.alias() != null)
        .min(java.util.Comparator.comparing(ModelVersion::alias));
  }

  private static @Nullable Integer version(List<ModelVersion> versions, ModelAlias alias) {
    return versions.stream()
        .filter(version -> version.alias() == alias)
        .map(ModelVersion::version)
        .findFirst()
        .orElse(null);
  }

  /**
   * A model without a champion serves nobody; its shadow is to be watched, and so is a version that
   * was not yet held against recent rows.
   */
  private String status(Model model, @Nullable ModelVersion serving) {
    if (serving == null) {
      return "untrained";
    }
    DriftState state = drift.known(model, serving).map(DriftReport::state).orElse(DriftState.WATCH);
    if (state == DriftState.ACT) {
      return "drift";
    }
    boolean champion = serving.alias() == ModelAlias.CHAMPION;
    return state == DriftState.WATCH || !champion ? "watch" : "ok";
  }

  private ModelTarget target(ModelDefinition definition) {
    Optional<Tag> tag = assets.tags().find(definition.target());
    return tag.map(
            found ->
                new ModelTarget(
                    found.id().value(),
                    found.traits().quantity(),
                    found.traits().label(),
                    found.unit()))
        .orElse(new ModelTarget(null, null, Text.same(""), ""));
  }
}
