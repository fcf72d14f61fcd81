package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.DataIdentity;
import io.kunan.engine.learn.Drift;
import io.kunan.engine.learn.Envelope;
import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.RollingBand;
import io.kunan.engine.learn.TrainedModel.Metrics;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.Signal;
import io.kunan.engine.learn.internal.learners.Fitted;
import io.kunan.engine.learn.internal.learners.LinearModel;
import io.kunan.engine.learn.internal.learners.NaiveModel;
import io.kunan.engine.learn.internal.learners.TreeEnsemble;
import io.kunan.kernel.InputException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** {@code model.json}: all of a model but its trees. */
record ModelNote(
    int form,
    TaskNote task,
    DataIdentity data,
    String codeVersion,
    Metrics metrics,
    long step,
    List<Signal> signals,
    List<Feature> features,
    List<PartNote> blend,
    double bandFloor,
    RollingBand.State band,
    Envelope.Parts envelope,
    List<Integer> envelopeColumns,
    List<Drift.Reference> drift) {
  private static final int FORM = 1;

  record TaskNote(
      String target,
      int horizon,
      @Nullable String group,
      String zone,
      List<String> exclude,
      List<String> knownAhead,
      List<String> events,
      Map<String, String> arrivalDelays,
      Map<String, Integer> monotone,
      long seed) {
    static TaskNote of(ForecastTask task) {
      Map<String, String> delays = new TreeMap<>();
      task.arrivalDelays().forEach((column, delay) -> delays.put(column, delay.toString()));
      return new TaskNote(
          task.target(),
          task.horizon(),
          task.group(),
          task.zone().getId(),
          List.copyOf(task.exclude()),
          List.copyOf(task.knownAhead()),
          List.copyOf(task.events()),
          delays,
          task.monotone(),
          task.seed());
    }

    ForecastTask task() {
      Map<String, Duration> delays = new TreeMap<>();
      arrivalDelays.forEach((column, delay) -> delays.put(column, Duration.parse(delay)));
      return new ForecastTask(
          target,
          horizon,
          group,
          ZoneId.of(zone),
          Set.copyOf(exclude),
          Set.copyOf(knownAhead),
          Set.copyOf(events),
          delays,
          monotone,
          seed);
    }
  }

  /** One part of the blend; which of its fields are there depends on the kind. */
  record PartNote(
      String name,
      double weight,
      String kind,
      boolean change,
      @Nullable Double usual,
      @Nullable LinearModel linear,
      @Nullable NaiveModel naive) {
    static PartNote of(Blend.Part part) {
      return switch (part.fitted()) {
        case TreeEnsemble trees ->
            new PartNote(
                part.name(), part.weight(), "trees", trees.isChange(), trees.usual(), null, null);
        case LinearModel linear ->
            new PartNote(part.name(), part.weight(), "linear", false, null, linear, null);
        case NaiveModel naive ->
            new PartNote(part.name(), part.weight(), "naive", false, null, null, naive);
      };
    }

    Blend.Part part(List<byte[]> boosters) {
      Fitted fitted = linear != null ? linear : naive != null ? naive : trees(boosters);
      return new Blend.Part(name, weight, fitted);
    }

    private TreeEnsemble trees(List<byte[]> boosters) {
      if (boosters.isEmpty()) {
        throw new InputException("model", "its trees are missing", "give the whole model");
      }
      return TreeEnsemble.load(change, usual == null ? 0 : usual, boosters);
    }
  }

  static ModelNote of(ModelParts parts) {
    return new ModelNote(
        FORM,
        TaskNote.of(parts.task()),
        parts.data(),
        parts.codeVersion(),
        parts.metrics(),
        parts.step(),
        parts.signals(),
        parts.features(),
        parts.blend().parts().stream().map(PartNote::of).toList(),
        parts.shape().floor(),
        parts.band(),
        parts.envelope().parts(),
        parts.envelopeColumns(),
        parts.drift().references());
  }

  ModelParts parts(Function<String, List<byte[]>> boosters) {
    if (form != FORM) {
      throw new InputException(
          "model", "it is of form " + form, "learn it again, or use the version that wrote it");
    }
    List<Blend.Part> read = new ArrayList<>();
    for (int i = 0; i < blend.size(); i++) {
      read.add(blend.get(i).part(boosters.apply("part-" + i)));
    }
    return new ModelParts(
        task.task(),
        data,
        codeVersion,
        metrics,
        step,
        signals,
        features,
        new Blend(read),
        new BandShape(TreeEnsemble.load(false, 0, boosters.apply("band")), bandFloor),
        band,
        new Envelope(envelope),
        envelopeColumns,
        new Drift(drift));
  }
}
