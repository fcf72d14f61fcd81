package io.kunan.platform.models.internal;

import io.kunan.kernel.TagId;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.jobs.JobKind;
import io.kunan.platform.jobs.Jobs;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Models;
import io.kunan.platform.models.Prediction;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The registry in the database. */
@Component
class StoredModels implements Models {
  private final ModelStore store;
  private final VersionStore versions;
  private final PredictionStore predictions;
  private final Trainer trainer;
  private final LiveScoring scoring;
  private final Jobs jobs;
  private final Assets assets;
  private final SiteAccess sites;
  private final AuditTrail audit;
  private final Clock clock;
  private final Map<Integer, Long> trainings = new HashMap<>();

  StoredModels(
      ModelStore store,
      VersionStore versions,
      PredictionStore predictions,
      Trainer trainer,
      LiveScoring scoring,
      Jobs jobs,
      Assets assets,
      SiteAccess sites,
      AuditTrail audit,
      Clock clock) {
    this.store = store;
    this.versions = versions;
    this.predictions = predictions;
    this.trainer = trainer;
    this.scoring = scoring;
    this.jobs = jobs;
    this.assets = assets;
    this.sites = sites;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  @Transactional
  public Model ensure(ModelDefinition definition) {
    Optional<ModelStore.Row> known = store.find(definition.code());
    if (known.isPresent() && known.get().definition().equals(definition)) {
      return model(known.get());
    }
    assets.tree().get(definition.asset());
    RowSource.of(definition, assets.tags());
    known.ifPresent(row -> checkSameTask(row, definition));
    ModelStore.Row row = store.put(definition);
    audit.record(
        known.isPresent() ? "MODEL_CHANGED" : "MODEL_DEFINED",
        "model %d %s".formatted(row.id(), definition.code()),
        definition);
    return model(row);
  }

  @Override
  @Transactional
  public Model define(ModelDefinition definition) {
    Optional<ModelStore.Row> known = store.find(definition.code());
    if (known.isPresent()) {
      boolean retired = known.get().retiredAt() != null;
      throw Refusal.conflict(
          "Model %s exists%s".formatted(definition.code(), retired ? " and is retired" : ""),
          retired ? "restore it, or give another code" : "train it, or give another code");
    }
    return ensure(definition);
  }

  @Override
  @Transactional
  public Model retire(int id, boolean retired) {
    ModelStore.Row row =
        store
            .retire(id, retired ? clock.instant() : null)
            .orElseThrow(() -> Refusal.notFound("Model " + id));
    audit.record(
        retired ? "MODEL_RETIRED" : "MODEL_RESTORED",
        "model %d %s".formatted(id, row.definition().code()),
        Map.of());
    return model(row);
  }

  private void checkSameTask(ModelStore.Row row, ModelDefinition definition) {
    ModelDefinition old = row.definition();
    boolean same =
        old.target().equals(definition.target())
            && old.every().equals(definition.every())
            && old.horizonRows() == definition.horizonRows();
    if (!same && !versions.list(row.id()).isEmpty()) {
      throw Refusal.conflict(
          "Model %s has versions that forecast something else".formatted(definition.code()),
          "define it under a code of its own");
    }
  }

  @Override
  public Job train(String code) {
    Model model = find(code).orElseThrow(() -> Refusal.notFound("Model " + code));
    if (model.retiredAt() != null) {
      throw Refusal.conflict("Model %s is retired".formatted(code), "restore it first");
    }
    synchronized (trainings) {
      Long under = trainings.get(model.id());
      Optional<Job> running =
          Optional.ofNullable(under)
              .flatMap(id -> jobs.find(id))
              .filter(job -> !job.state().isOver());
      if (running.isPresent()) {
        throw Refusal.conflict(
            "Model %s is being trained".formatted(code),
            "wait for job %d, or stop it".formatted(running.get().id()));
      }
      Job job =
          jobs.start(
              JobKind.TRAINING,
              code,
              sites.audience(model.definition().asset()),
              progress -> {
                trainer.train(model, progress);
                scoring.score(model);
              });
      trainings.put(model.id(), job.id());
      return job;
    }
  }

  @Override
  public List<Model> list() {
    return store.list(false).stream().map(this::model).toList();
  }

  @Override
  public List<Model> retired() {
    return store.list(true).stream().map(this::model).toList();
  }

  @Override
  public Optional<Model> find(String code) {
    return store.find(code).map(this::model);
  }

  @Override
  public Optional<Model> find(int id) {
    return store.find(id).map(this::model);
  }

  @Override
  public List<ModelVersion> versions(int model) {
    return versions.list(model);
  }

  @Override
  public Optional<Prediction> latest(int model) {
    return versions.serving(model).flatMap(version -> predictions.latest(model, version.version()));
  }

  private Model model(ModelStore.Row row) {
    ModelDefinition definition = row.definition();
    boolean virtual =
        Stream.concat(
                definition.tags().stream(),
                definition.members().stream().flatMap(member -> member.tags().stream()))
            .anyMatch(this::isVirtual);
    return new Model(row.id(), definition, virtual, row.retiredAt());
  }

  private boolean isVirtual(TagId tag) {
    return assets.tags().find(tag).filter(found -> found.traits().virtual()).isPresent();
  }
}
