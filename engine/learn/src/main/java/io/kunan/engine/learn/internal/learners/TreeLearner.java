package io.kunan.engine.learn.internal.learners;

import io.kunan.engine.learn.internal.features.Matrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;

/**
 * Boosted trees by XGBoost.
 *
 * @param name how people call this setting
 */
public record TreeLearner(String name, TreeSettings settings) implements Learner {
  private static final List<Integer> ROUNDS = List.of(40, 80, 120, 160, 200, 250, 300);

  @Override
  public TreeEnsemble fit(Sample sample, int bags, long seed) {
    float[] labels = labels(sample);
    List<Booster> boosters = new ArrayList<>();
    for (int bag = 0; bag < bags; bag++) {
      boosters.add(
          Boosters.train(
              sample.x(), labels, settings.parameters(seed * 1_009 + bag), settings.rounds()));
    }
    return new TreeEnsemble(settings.change(), settings.change() ? usual(sample) : 0, boosters);
  }

  private static double usual(Sample sample) {
    return IntStream.range(0, sample.rows())
        .mapToDouble(row -> sample.x().at(row, Sample.LAST))
        .filter(Double::isFinite)
        .average()
        .orElse(0);
  }

  @Override
  public List<Integer> sizes() {
    return ROUNDS.stream().filter(rounds -> rounds <= settings.rounds()).toList();
  }

  @Override
  public TreeLearner sized(int rounds) {
    return new TreeLearner(name, settings.withRounds(rounds));
  }

  @Override
  public double[] predictAt(Fitted fitted, Matrix x, int rounds) {
    return ((TreeEnsemble) fitted).predict(x, rounds);
  }

  /** How much each feature lowers the error over all trees: what it is worth a place. */
  public double[] gains(Sample sample, long seed) {
    String[] names =
        IntStream.range(0, sample.x().columns()).mapToObj(i -> "f" + i).toArray(String[]::new);
    Booster booster =
        Boosters.train(sample.x(), labels(sample), settings.parameters(seed), settings.rounds());
    Map<String, Double> gains = Boosters.gains(booster, names);
    booster.dispose();
    return IntStream.range(0, names.length)
        .mapToDouble(i -> gains.getOrDefault(names[i], 0.0))
        .toArray();
  }

  private float[] labels(Sample sample) {
    float[] labels = new float[sample.rows()];
    for (int row = 0; row < labels.length; row++) {
      float last = sample.x().at(row, Sample.LAST);
      boolean subtract = settings.change() && !Float.isNaN(last);
      labels[row] = (float) (sample.y()[row] - (subtract ? last : 0));
    }
    return labels;
  }
}
