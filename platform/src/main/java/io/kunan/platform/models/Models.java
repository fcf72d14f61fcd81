package io.kunan.platform.models;

import io.kunan.platform.jobs.Job;
import java.util.List;
import java.util.Optional;

/** The registry of models, for scenarios that define some and use their forecasts. */
public interface Models {
  /**
   * Registers a model, or brings the one of that code to this definition. Versions stay as they
   * were learned.
   *
   * @throws io.kunan.platform.web.Refusal 409 when target, row or horizon differ from those of the
   *     versions there are: that is another model, with a code of its own
   */
  Model ensure(ModelDefinition definition);

  /**
   * Registers a model that is new.
   *
   * @throws io.kunan.platform.web.Refusal 409 when there is one of that code, retired ones included
   */
  Model define(ModelDefinition definition);

  /** Takes a model out of use, or back into it. Its versions and forecasts stay. */
  Model retire(int id, boolean retired);

  /**
   * Learns a new version in the background. It becomes champion when it passes the gate and there
   * is none; else it is candidate (passed) or shadow (did not pass).
   *
   * @throws io.kunan.platform.web.Refusal 404 for an unknown code, 409 while it is being trained
   */
  Job train(String code);

  /** Those in use. */
  List<Model> list();

  /** Those out of use. */
  List<Model> retired();

  Optional<Model> find(String code);

  Optional<Model> find(int id);

  /** The newest first. */
  List<ModelVersion> versions(int model);

  /** The forecast for the latest time of the version that serves; of the shadow when none does. */
  Optional<Prediction> latest(int model);
}
