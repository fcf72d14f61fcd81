package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.DataIdentity;
import io.kunan.engine.learn.Drift;
import io.kunan.engine.learn.Envelope;
import io.kunan.engine.learn.TrainedModel.Metrics;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.FeatureRows;
import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.learners.Fitted;
import io.kunan.engine.learn.internal.learners.Sample;
import io.kunan.engine.learn.internal.learners.TreeEnsemble;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Learns the chosen parts once more from all rows and puts the model together. */
public final class Finisher {
  private static final int ENVELOPE_INPUTS = 16;

  private final Setting setting;
  private final Selection selection;
  private final Crew crew;

  public Finisher(Setting setting, Selection selection, Crew crew) {
    this.setting = setting;
    this.selection = selection;
    this.crew = crew;
  }

  /** The parts of the model of the whole history. */
  public ModelParts finish(DataIdentity data) {
    History history = selection.history();
    Sample sample = history.sample(history.trainingOrigins(setting.known() - 1));
    List<Selection.Choice> counting =
        selection.choices().stream().filter(choice -> choice.weight() > 0).toList();
    long seed = setting.task().seed();
    List<Callable<Fitted>> jobs = new ArrayList<>();
    counting.forEach(choice -> jobs.add(() -> choice.learner().fit(sample, choice.bags(), seed)));
    jobs.add(() -> selection.band().fit(sample, 1, seed));
    List<Fitted> fitted = crew.all("learning from all rows", jobs);
    List<Blend.Part> blend =
        IntStream.range(0, counting.size())
            .mapToObj(
                i ->
                    new Blend.Part(
                        counting.get(i).learner().name(), counting.get(i).weight(), fitted.get(i)))
            .toList();
    TreeEnsemble band = (TreeEnsemble) fitted.getLast();
    return parts(data, sample, new Blend(blend), band);
  }

  private ModelParts parts(DataIdentity data, Sample sample, Blend blend, TreeEnsemble band) {
    List<Feature> features = selection.features();
    List<String> names = features.stream().map(f -> f.name(setting.signals())).toList();
    List<Integer> watched = watched(features);
    FeatureRows few =
        selection.history().features().select(watched.stream().mapToInt(i -> i).toArray());
    int[] origins = selection.history().trainingOrigins(setting.known() - 1);
    Matrix state = few.matrix(origins);
    double[] validated = selection.validated();
    return new ModelParts(
        setting.task(),
        data,
        version(),
        metrics(validated),
        selection.history().frame().step(),
        setting.signals(),
        features,
        blend,
        new BandShape(band, BandShape.floor(sample.y())),
        selection.validation().band(validated, selection.history(), setting.bandMemory()).state(),
        Envelope.of(state.list(), watched.stream().map(names::get).toList()),
        watched,
        Drift.of(sample.x().list(), names));
  }

  /** The inputs worth most, the calendar left out: every hour comes again. */
  private List<Integer> watched(List<Feature> features) {
    double[] gains = selection.gains();
    return IntStream.range(0, features.size())
        .boxed()
        .filter(i -> !features.get(i).isCalendar())
        .sorted(Comparator.comparingDouble((Integer i) -> -gains[i]).thenComparing(i -> i))
        .limit(ENVELOPE_INPUTS)
        .sorted()
        .toList();
  }

  private Metrics metrics(double[] validated) {
    double[] actual = selection.validation().actual();
    double mean = 0;
    for (int row = 0; row < actual.length; row++) {
      mean += (actual[row] - validated[row]) / actual.length;
    }
    double rmse = Scores.rmse(validated, actual);
    Selection.Choice naive =
        selection.choices().stream()
            .filter(Selection.Choice::isNaive)
            .min(Comparator.comparingDouble(Selection.Choice::mae))
            .orElseThrow();
    return new Metrics(
        selection.chosen(),
        Scores.mae(validated, actual),
        rmse,
        mean,
        Math.sqrt(Math.max(0, rmse * rmse - mean * mean)),
        naive.learner().name(),
        naive.mae());
  }

  private static String version() {
    return Objects.requireNonNullElse(
        Finisher.class.getPackage().getImplementationVersion(), "development");
  }
}
