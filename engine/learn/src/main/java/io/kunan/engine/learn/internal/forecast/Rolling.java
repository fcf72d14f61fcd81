package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.BacktestReport.BaselineScore;
import io.kunan.engine.learn.BacktestReport.ModelScore;
import io.kunan.engine.learn.RollingBand;
import io.kunan.engine.learn.internal.features.FeatureCatalogue;
import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.learners.Learner;
import io.kunan.engine.learn.internal.learners.NaiveLearner;
import io.kunan.engine.learn.internal.learners.Sample;
import io.kunan.engine.learn.internal.learners.TreeEnsemble;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Goes through the test rows with a choice already made, learning again now and then. */
public final class Rolling {
  private static final int MOST_FITS = 4;

  private final Setting setting;
  private final Selection selection;
  private final History history;
  private final Crew crew;

  public Rolling(Setting setting, Selection selection, Crew crew) {
    this.setting = setting;
    this.selection = selection;
    this.history = selection.history();
    this.crew = crew;
  }

  /**
   * Scores every learner on the rows after those known.
   *
   * @param trainRows rows of the table before the test
   */
  public BacktestReport test(int trainRows) {
    List<Fold> folds = folds(setting.known());
    int[] origins = folds.stream().map(history::origins).flatMapToInt(Arrays::stream).toArray();
    if (origins.length == 0) {
      throw new InputException(
          "test", "its rows have no value of the target", "begin the test earlier");
    }
    List<double[][]> answers = crew.all("testing", jobs(folds));
    int learners = selection.choices().size();
    int naive = selection.baselines().size();
    double[][] models = pooled(answers, folds, 0, learners);
    double[][] baselines = pooled(answers, folds, learners, naive);
    double[][] quantiles = joined(answers, folds, learners + naive);
    return report(trainRows, folds.size(), new Walk(origins, models, baselines, quantiles));
  }

  /** Learning again every week, but no more than a few times: it hardly helps and costs much. */
  private List<Fold> folds(int testFrom) {
    int rows = history.frame().rows() - testFrom;
    int week = 7 * Math.max(1, FeatureCatalogue.rowsPerDay(history.frame()));
    int fits = Math.clamp(rows / Math.max(week, 50), 1, MOST_FITS);
    return IntStream.range(0, fits)
        .mapToObj(
            i ->
                Fold.of(
                    testFrom + (int) ((long) rows * i / fits),
                    testFrom + (int) ((long) rows * (i + 1) / fits),
                    setting.task().horizon()))
        .toList();
  }

  private List<Callable<double[][]>> jobs(List<Fold> folds) {
    List<Callable<double[][]>> jobs = new ArrayList<>();
    for (Fold fold : folds) {
      Sample sample = history.sample(history.trainingOrigins(fold.moment()));
      Matrix x = history.features().matrix(history.origins(fold));
      for (Selection.Choice choice : selection.choices()) {
        jobs.add(() -> one(choice.learner(), choice.bags(), sample, x));
      }
      for (NaiveLearner naive : selection.baselines()) {
        jobs.add(() -> one(naive, 1, sample, x));
      }
      jobs.add(
          () -> {
            TreeEnsemble band = selection.band().fit(sample, 1, setting.task().seed());
            return new double[][] {band.column(x, 0, 0), band.column(x, 0, 1)};
          });
    }
    return jobs;
  }

  private double[][] one(Learner learner, int bags, Sample sample, Matrix x) {
    return new double[][] {learner.fit(sample, bags, setting.task().seed()).predict(x)};
  }

  private double[][] pooled(List<double[][]> answers, List<Fold> folds, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(job -> joined(answers, folds, job)[0])
        .toArray(double[][]::new);
  }

  /** The outputs of one job of each fold, one fold after the other. */
  private double[][] joined(List<double[][]> answers, List<Fold> folds, int job) {
    int stride = answers.size() / folds.size();
    int outputs = answers.get(job).length;
    return IntStream.range(0, outputs)
        .mapToObj(
            output ->
                IntStream.range(0, folds.size())
                    .mapToObj(fold -> answers.get(fold * stride + job)[output])
                    .flatMapToDouble(Arrays::stream)
                    .toArray())
        .toArray(double[][]::new);
  }

  /** What everybody said of the test rows. */
  @SuppressWarnings("ArrayRecordComponent") // as many as rows
  private record Walk(
      int[] origins, double[][] models, double[][] baselines, double[][] quantiles) {}

  private BacktestReport report(int trainRows, int fits, Walk walk) {
    double[] actual = history.targets(walk.origins());
    double[] chosen = BlendWeights.blend(walk.models(), selection.weights());
    BandWalk.Edges edges = edges(walk, chosen, selection.validated());
    List<ModelScore> models = new ArrayList<>();
    for (int i = 0; i < selection.choices().size(); i++) {
      Selection.Choice choice = selection.choices().get(i);
      if (!choice.isNaive()) {
        double[] forecast = walk.models()[i];
        BandWalk.Edges own = edges(walk, forecast, selection.validation().forecasts()[i]);
        models.add(
            score(choice.learner().name(), forecast, actual, own, choice.mae(), choice.weight()));
      }
    }
    if (selection.chosen().equals("blend")) {
      models.add(score("blend", chosen, actual, edges, selection.validationMae(), 1));
    }
    List<BaselineScore> baselines =
        IntStream.range(0, walk.baselines().length)
            .mapToObj(i -> baseline(selection.baselines().get(i), walk.baselines()[i], actual))
            .toList();
    BaselineScore best =
        baselines.stream().min(Comparator.comparingDouble(BaselineScore::mae)).orElseThrow();
    int[] running =
        IntStream.range(0, actual.length).filter(i -> actual[i] > setting.idleLevel()).toArray();
    return new BacktestReport(
        setting.task().target(),
        setting.task().horizon(),
        trainRows,
        actual.length,
        models,
        baselines,
        selection.chosen(),
        1 - Scores.mae(chosen, actual) / best.mae(),
        fits,
        running.length,
        setting.idleLevel(),
        IntStream.of(running).filter(i -> edges.holds(i, actual[i])).count()
            / (double) running.length,
        history.panel().groups(),
        new BacktestReport.Path(
            history.targetTimes(walk.origins()),
            IntStream.of(walk.origins()).map(history.panel()::group).toArray(),
            actual,
            edges.low(),
            chosen,
            edges.high(),
            walk.baselines()[baselines.indexOf(best)]));
  }

  private static BaselineScore baseline(NaiveLearner naive, double[] forecast, double[] actual) {
    return new BaselineScore(
        naive.name(), Scores.mae(forecast, actual), Scores.rmse(forecast, actual));
  }

  private static ModelScore score(
      String name,
      double[] forecast,
      double[] actual,
      BandWalk.Edges edges,
      double mae,
      double weight) {
    long inside = IntStream.range(0, actual.length).filter(i -> edges.holds(i, actual[i])).count();
    return new ModelScore(
        name,
        Scores.mae(forecast, actual),
        Scores.rmse(forecast, actual),
        Scores.r2(forecast, actual),
        inside / (double) actual.length,
        mae,
        weight);
  }

  /** Bands that go on from validation through the test. */
  private BandWalk.Edges edges(Walk walk, double[] forecast, double[] validated) {
    Validation validation = selection.validation();
    RollingBand band = validation.band(validated, history, setting.bandMemory());
    BandShape.Reach reach =
        BandShape.reach(walk.quantiles()[0], walk.quantiles()[1], forecast, validation.floor());
    int[] origins = walk.origins();
    return new BandWalk(
            origins, history.targetTimes(origins), forecast, reach, history.targets(origins))
        .through(band, history);
  }
}
