package io.kunan.engine.learn.internal.forecast;

import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.internal.features.Feature;
import io.kunan.engine.learn.internal.features.Feature.Kind;
import io.kunan.engine.learn.internal.features.Signal;
import io.kunan.engine.learn.internal.learners.Learner;
import io.kunan.engine.learn.internal.learners.NaiveLearner;
import io.kunan.engine.learn.internal.learners.RecursiveLearner;
import io.kunan.engine.learn.internal.learners.RidgeLearner;
import io.kunan.engine.learn.internal.learners.TreeLearner;
import io.kunan.engine.learn.internal.learners.TreeSettings;
import io.kunan.engine.learn.internal.learners.TreeSettings.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The learners that may apply for a task, given its features. */
final class Candidates {
  private static final Set<Kind> UNDIRECTED =
      Set.of(
          Kind.CHANGE,
          Kind.DEVIATION,
          Kind.OFFSET,
          Kind.AGAINST_DAYS_BEFORE,
          Kind.RUN,
          Kind.RUN_BEFORE,
          Kind.SHARE_ABOVE);

  private final List<Feature> features;
  private final List<Signal> signals;
  private final ForecastTask task;

  Candidates(List<Feature> features, List<Signal> signals, ForecastTask task) {
    this.features = features;
    this.signals = signals;
    this.task = task;
  }

  /** Quick trees that only tell which features are worth a place. */
  TreeLearner scout() {
    return trees("scout", Loss.ABSOLUTE, false, 60, 6, 10, 0.6, 0.3);
  }

  /** Trees for the 10 and the 90 % quantile, whose distance shapes the bands. */
  TreeLearner band() {
    return trees("band", Loss.QUANTILES, false, 80, 4, 40, 0.6, 0.3);
  }

  /** All learners: trees, linear ones and the naive guesses except the median. */
  List<Learner> learners(int rowsPerDay) {
    List<Learner> learners = new ArrayList<>();
    if (task.monotone().isEmpty()) {
      learners.add(
          trees("trees, absolute error, small", Loss.ABSOLUTE, false, 200, 4, 30, 0.6, 0.3));
      learners.add(trees("trees, absolute error", Loss.ABSOLUTE, false, 300, 6, 20, 0.8, 0.4));
      learners.add(
          trees("trees, absolute error of change", Loss.ABSOLUTE, true, 250, 6, 20, 0.8, 0.4));
      learners.add(new RidgeLearner());
      learners.add(new RecursiveLearner(plain(), rowsPerDay > 0 ? 14.0 * rowsPerDay : 500));
    } else {
      // XGBoost renews the leaves of an absolute loss without regard to the constraint.
      learners.add(trees("trees, squared error, small", Loss.SQUARED, false, 200, 4, 30, 0.6, 0.3));
    }
    learners.add(trees("trees, squared error", Loss.SQUARED, false, 200, 6, 20, 0.8, 0.4));
    baselines().stream().filter(naive -> !naive.columns().isEmpty()).forEach(learners::add);
    return learners;
  }

  /** The naive guesses, the median last. */
  List<NaiveLearner> baselines() {
    List<NaiveLearner> baselines = new ArrayList<>();
    List<Integer> last = columns(Feature.of(Kind.LAST, 0, 0, 0));
    List<Integer> day = columns(Feature.of(Kind.DAYS_BEFORE, 0, 1, 0));
    List<Integer> week = columns(Feature.of(Kind.WEEKS_BEFORE, 0, 1, 0));
    baselines.add(new NaiveLearner("last value", last));
    if (!day.isEmpty()) {
      baselines.add(new NaiveLearner("same time yesterday", joined(List.of(day, last))));
    }
    if (!week.isEmpty()) {
      baselines.add(new NaiveLearner("same time last week", joined(List.of(week, day, last))));
    }
    baselines.add(new NaiveLearner("mean of recent values", joined(List.of(recent(), last))));
    baselines.add(new NaiveLearner("median", List.of()));
    return baselines;
  }

  /** Features no choice may drop: the naive guesses and the few of recursive least squares. */
  Set<Integer> indispensable() {
    Set<Integer> wanted = new TreeSet<>(plain());
    baselines().forEach(naive -> wanted.addAll(naive.columns()));
    return wanted;
  }

  private List<Integer> plain() {
    Set<Kind> kinds =
        Set.of(
            Kind.LAST,
            Kind.MEDIAN_OF_DAYS,
            Kind.MEAN_OF_DAYS,
            Kind.MEDIAN_OF_WEEKS,
            Kind.MEAN_OF_WEEKS);
    return IntStream.range(0, features.size())
        .filter(
            i -> {
              Feature feature = features.get(i);
              boolean first = feature.a() == 1 && feature.b() == 0;
              return feature.signal() == 0
                  && (kinds.contains(feature.kind())
                      || (feature.kind() == Kind.MEAN && feature.a() <= 8)
                      || (feature.kind() == Kind.CHANGE && first)
                      || (feature.kind() == Kind.DAYS_BEFORE && first)
                      || (feature.kind() == Kind.WEEKS_BEFORE && first));
            })
        .boxed()
        .toList();
  }

  private TreeLearner trees(
      String name,
      Loss loss,
      boolean change,
      int rounds,
      int depth,
      int leafRows,
      double rowShare,
      double columnShare) {
    return new TreeLearner(
        name,
        new TreeSettings(loss, change, rounds, depth, leafRows, rowShare, columnShare, monotone()));
  }

  private List<Integer> monotone() {
    return task.monotone().isEmpty() ? List.of() : features.stream().map(this::sign).toList();
  }

  private Integer sign(Feature feature) {
    String column = signals.get(feature.signal()).column();
    boolean directed = !feature.isCalendar() && !UNDIRECTED.contains(feature.kind());
    return directed ? task.monotone().getOrDefault(column, 0) : 0;
  }

  private List<Integer> columns(Feature feature) {
    int column = features.indexOf(feature);
    return column < 0 ? List.of() : List.of(column);
  }

  /** The longest mean of the target: where it usually lies, the noise of measuring left out. */
  private List<Integer> recent() {
    return IntStream.range(0, features.size())
        .filter(i -> features.get(i).kind() == Kind.MEAN && features.get(i).signal() == 0)
        .boxed()
        .max(Comparator.comparingInt(i -> features.get(i).a()))
        .stream()
        .toList();
  }

  private static List<Integer> joined(List<List<Integer>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }
}
