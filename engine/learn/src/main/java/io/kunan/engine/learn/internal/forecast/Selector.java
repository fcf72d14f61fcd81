package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.internal.features.FeatureCatalogue;
import io.kunan.engine.learn.internal.features.Matrix;
import io.kunan.engine.learn.internal.features.Signal;
import io.kunan.engine.learn.internal.learners.Fitted;
import io.kunan.engine.learn.internal.learners.Learner;
import io.kunan.engine.learn.internal.learners.Sample;
import io.kunan.engine.learn.internal.learners.TreeEnsemble;
import io.kunan.engine.learn.internal.learners.TreeLearner;
import io.kunan.kernel.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses features, sizes and weights by rolling origins inside the training part: three spans at
 * its end, each forecast by learners that saw only what had arrived before it.
 */
public final class Selector {
  private static final int FOLDS = 3;
  private static final double FOLD_SHARE = 0.1;
  private static final int LEAST_ROWS = 50;
  private static final int MOST_FEATURES = 64;

  private final ForecastTask task;
  private final List<Signal> signals;
  private final Crew crew;

  public Selector(ForecastTask task, List<Signal> signals, Crew crew) {
    this.task = task;
    this.signals = signals;
    this.crew = crew;
  }

  /**
   * Chooses with what had arrived at a moment, a place in time.
   *
   * @throws InputException when too few rows had
   */
  public Selection select(History all, int moment) {
    List<Fold> folds = folds(all, moment);
    Candidates wide = new Candidates(all.features().features(), signals, task);
    double[] gains = gains(all, folds.getFirst(), wide);
    int[] kept = kept(gains, wide.indispensable());
    History history = all.select(kept);
    Candidates candidates = new Candidates(history.features().features(), signals, task);
    List<Learner> learners =
        candidates.learners(FeatureCatalogue.rowsPerDay(all.frame()) * all.groups());
    Trial trial = new Trial(history, folds, learners, candidates.band());
    return trial.decide(
        candidates.baselines(), Arrays.stream(kept).mapToDouble(i -> gains[i]).toArray());
  }

  private List<Fold> folds(History all, int moment) {
    int end = all.arrivedEnd(moment);
    int horizon = task.horizon();
    int length = Math.max(Math.ceilDiv(10, all.groups()), (int) (FOLD_SHARE * end));
    int first = end - FOLDS * length;
    int before = first - horizon < 0 ? 0 : all.trainingOrigins(first - horizon).length;
    if (before < LEAST_ROWS) {
      throw new InputException(
          "training rows",
          "%d rows, %d of them with a value of %s, leave %d to learn from before validation, %d rows ahead"
              .formatted(
                  end * all.groups(),
                  all.origins(new Fold(0, horizon, end)).length,
                  task.target(),
                  before,
                  horizon),
          "give at least %d rows before the test"
              .formatted(
                  all.groups()
                      * ((int)
                              ((1.5 * LEAST_ROWS / all.groups() + 2 * horizon)
                                  / (1 - FOLDS * FOLD_SHARE))
                          + 10)));
    }
    return IntStream.range(0, FOLDS)
        .mapToObj(i -> Fold.of(first + i * length, first + (i + 1) * length, horizon))
        .toList();
  }

  private double[] gains(History all, Fold fold, Candidates candidates) {
    Sample sample = all.sample(all.trainingOrigins(fold.moment()));
    Callable<double[]> scouting = () -> candidates.scout().gains(sample, task.seed());
    return crew.all("weighing features", List.of(scouting)).getFirst();
  }

  private static int[] kept(double[] gains, Set<Integer> indispensable) {
    Set<Integer> kept = new TreeSet<>(indispensable);
    IntStream.range(0, gains.length)
        .boxed()
        .filter(i -> gains[i] > 0)
        .sorted((i, j) -> gains[i] == gains[j] ? i - j : Double.compare(gains[j], gains[i]))
        .limit(MOST_FEATURES)
        .forEach(kept::add);
    return kept.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The folds, tried with all learners. */
  private final class Trial {
    private final History history;
    private final List<Learner> learners;
    private final TreeLearner band;
    private final List<int[]> origins;
    private final List<Sample> samples;

    Trial(History history, List<Fold> folds, List<Learner> learners, TreeLearner band) {
      this.history = history;
      this.learners = learners;
      this.band = band;
      this.origins = folds.stream().map(history::origins).toList();
      this.samples =
          folds.stream()
              .map(fold -> history.sample(history.trainingOrigins(fold.moment())))
              .toList();
    }

    Selection decide(
        List<io.kunan.engine.learn.internal.learners.NaiveLearner> baselines, double[] gains) {
      List<Callable<double[][]>> jobs = new ArrayList<>();
      for (int fold = 0; fold < origins.size(); fold++) {
        Matrix x = history.features().matrix(origins.get(fold));
        Sample sample = samples.get(fold);
        learners.forEach(learner -> jobs.add(() -> sizes(learner, sample, x)));
        jobs.add(() -> quantiles(sample, x));
      }
      List<double[][]> answers = crew.all("validating", jobs);
      double[] actual = joined(origins.stream().map(history::targets));
      double[][] forecasts = new double[learners.size()][];
      List<Learner> sized = new ArrayList<>();
      for (int i = 0; i < learners.size(); i++) {
        int size = bestSize(answers, i, actual);
        forecasts[i] = pooled(answers, i, size);
        Learner learner = learners.get(i);
        sized.add(learner.sized(learner.sizes().get(size)));
      }
      Validation validation =
          new Validation(
              origins.stream().flatMapToInt(Arrays::stream).toArray(),
              origins.stream().map(history::targetTimes).flatMapToLong(Arrays::stream).toArray(),
              actual,
              forecasts,
              pooled(answers, learners.size(), 0),
              pooled(answers, learners.size(), 1),
              BandShape.floor(samples.getLast().y()));
      return new Selection(
          history, choices(sized, forecasts, actual), baselines, band, gains, validation);
    }

    private double[][] sizes(Learner learner, Sample sample, Matrix x) {
      Fitted fitted = learner.fit(sample, 1, task.seed());
      return learner.sizes().stream()
          .map(size -> learner.predictAt(fitted, x, size))
          .toArray(double[][]::new);
    }

    private double[][] quantiles(Sample sample, Matrix x) {
      TreeEnsemble fitted = band.fit(sample, 1, task.seed());
      return new double[][] {fitted.column(x, 0, 0), fitted.column(x, 0, 1)};
    }

    private int bestSize(List<double[][]> answers, int learner, double[] actual) {
      int best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (int size = 0; size < learners.get(learner).sizes().size(); size++) {
        double mae = Scores.mae(pooled(answers, learner, size), actual);
        if (mae < least) {
          least = mae;
          best = size;
        }
      }
      return best;
    }

    private double[] pooled(List<double[][]> answers, int job, int size) {
      int stride = learners.size() + 1;
      return joined(
          IntStream.range(0, origins.size())
              .mapToObj(fold -> answers.get(fold * stride + job)[size]));
    }

    private List<Selection.Choice> choices(
        List<Learner> sized, double[][] forecasts, double[] actual) {
      double[] weights = BlendWeights.find(forecasts, actual);
      return IntStream.range(0, sized.size())
          .mapToObj(
              i -> new Selection.Choice(sized.get(i), Scores.mae(forecasts[i], actual), weights[i]))
          .toList();
    }
  }

  private static double[] joined(Stream<double[]> parts) {
    return parts.flatMapToDouble(Arrays::stream).toArray();
  }
}
