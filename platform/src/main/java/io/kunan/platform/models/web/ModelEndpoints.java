package io.kunan.platform.models.web;

import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.jobs.Job;
import io.kunan.platform.models.DriftReport;
import io.kunan.platform.models.GateVerdict;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelVersion;
import io.kunan.platform.models.Models;
import io.kunan.platform.models.internal.DriftWatch;
import io.kunan.platform.models.internal.VersionBook;
import io.kunan.platform.models.web.ModelDesk.DefineRequest;
import io.kunan.platform.models.web.ModelViews.BacktestView;
import io.kunan.platform.models.web.ModelViews.ModelDriftView;
import io.kunan.platform.models.web.ModelViews.ModelSummaryView;
import io.kunan.platform.models.web.ModelViews.ModelVersionView;
import io.kunan.platform.models.web.ModelViews.ModelView;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models: read by everybody of the site, trained and promoted by engineers. */
@RestController
@RequestMapping("/api/models")
@Requires(Role.VIEWER)
class ModelEndpoints {
  private final Models models;
  private final VersionBook book;
  private final DriftWatch drift;
  private final ModelComposer composer;
  private final SiteAccess sites;
  private final ModelDesk desk;

  ModelEndpoints(
      Models models,
      VersionBook book,
      DriftWatch drift,
      ModelComposer composer,
      SiteAccess sites,
      ModelDesk desk) {
    this.desk = desk;
    this.models = models;
    this.book = book;
    this.drift = drift;
    this.composer = composer;
    this.sites = sites;
  }

  /** Defines a model; it forecasts once it is trained. */
  @Requires(Role.ENGINEER)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ModelView define(@Valid @RequestBody DefineRequest body, Caller caller) {
    return view(desk.define(body, caller));
  }

  /** Takes a model out of use. Nothing of it is lost. */
  @Requires(Role.ENGINEER)
  @DeleteMapping("/{id}")
  ModelView retire(@PathVariable int id, Caller caller) {
    return view(models.retire(visible(id, caller).id(), true));
  }

  @Requires(Role.ENGINEER)
  @PostMapping("/{id}/restore")
  ModelView restore(@PathVariable int id, Caller caller) {
    return view(models.retire(visible(id, caller).id(), false));
  }

  record PromoteRequest(@NotBlank @Size(max = 500) String reason) {}

  /**
   * @param retired true for the models out of use
   */
  @GetMapping
  List<ModelSummaryView> list(
      @RequestParam(defaultValue = "false") boolean retired, Caller caller) {
    return (retired ? models.retired() : models.list())
        .stream()
            .filter(model -> sites.covers(caller, model.definition().asset()))
            .map(model -> composer.summary(model, models.versions(model.id())))
            .toList();
  }

  @GetMapping("/{id}")
  ModelView get(@PathVariable int id, Caller caller) {
    return view(visible(id, caller));
  }

  @Requires(Role.ENGINEER)
  @PostMapping("/{id}/train")
  Job train(@PathVariable int id, Caller caller) {
    return models.train(visible(id, caller).definition().code());
  }

  @Requires(Role.ENGINEER)
  @PostMapping("/{id}/versions/{version}/promote")
  ModelVersionView promote(
      @PathVariable int id,
      @PathVariable int version,
      @Valid @RequestBody PromoteRequest body,
      Caller caller) {
    return ModelVersionView.of(book.promote(visible(id, caller), version, body.reason()));
  }

  @GetMapping("/{id}/versions/{version}/gate")
  GateVerdict gate(@PathVariable int id, @PathVariable int version, Caller caller) {
    return book.gate(visible(id, caller).id(), version);
  }

  @GetMapping("/{id}/versions/{version}/backtest")
  BacktestView backtest(@PathVariable int id, @PathVariable int version, Caller caller) {
    return BacktestView.of(book.get(visible(id, caller).id(), version).record());
  }

  /** 404 before the first version: there is nothing to hold the present against. */
  @GetMapping("/{id}/drift")
  ModelDriftView drift(@PathVariable int id, Caller caller) {
    Model model = visible(id, caller);
    ModelVersion serving =
        composer
            .serving(models.versions(model.id()))
            .orElseThrow(() -> Refusal.notFound("A version of model " + id));
    DriftReport report = drift.report(model, serving);
    return new ModelDriftView(
        report.features(),
        report.residual(),
        report.coverage80(),
        report.arrived(),
        report.rows(),
        report.at());
  }

  private ModelView view(Model model) {
    List<ModelVersion> versions = models.versions(model.id());
    return ModelView.of(model, composer.summary(model, versions), versions);
  }

  private Model visible(int id, Caller caller) {
    return models
        .find(id)
        .filter(model -> sites.covers(caller, model.definition().asset()))
        .orElseThrow(() -> Refusal.notFound("Model " + id));
  }
}
