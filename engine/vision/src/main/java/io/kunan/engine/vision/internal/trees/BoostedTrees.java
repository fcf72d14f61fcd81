package io.kunan.engine.vision.internal.trees;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Learns classes by XGBoost, with its native memory released and its errors made ours. */
public final class BoostedTrees {
  private BoostedTrees() {}

  /**
   * How trees are boosted.
   *
   * @param rounds trees for each class
   * @param depth of each tree
   * @param rate learning rate
   * @param seed same seed, same trees
   */
  public record Settings(int rounds, int depth, double rate, long seed) {}

  /**
   * Learns each class against the rest, side by side, one thread each: the order of sums, so the
   * bits, is the same on every machine.
   *
   * @param rows row after row
   * @param columns features of a row
   * @param labels class of each row, 0 to classes − 1
   */
  public static FlatForest learn(
      float[] rows, int columns, float[] labels, int classes, Settings settings) {
    List<String[]> dumps =
        IntStream.range(0, classes)
            .parallel()
            .mapToObj(k -> against(rows, columns, labels, k, settings))
            .toList();
    String[] trees = new String[classes * settings.rounds()];
    for (int i = 0; i < trees.length; i++) {
      trees[i] = dumps.get(i % classes)[i / classes];
    }
    return FlatForest.of(trees, classes);
  }

  private static String[] against(
      float[] rows, int columns, float[] labels, int wanted, Settings settings) {
    float[] is = new float[labels.length];
    for (int row = 0; row < is.length; row++) {
      is[row] = labels[row] == wanted ? 1 : 0;
    }
    try {
      Booster booster = booster(rows, columns, is, settings);
      String[] dump = booster.getModelDump((String) null, false, "json");
      booster.dispose();
      return dump;
    } catch (XGBoostError e) {
      throw new IllegalStateException(e);
    }
  }

  static Booster booster(float[] rows, int columns, float[] is, Settings settings)
      throws XGBoostError {
    DMatrix matrix = new DMatrix(rows, is.length, columns, Float.NaN);
    try {
      matrix.setLabel(is);
      // A watch list would print every round.
      return XGBoost.train(matrix, parameters(settings), settings.rounds(), Map.of(), null, null);
    } finally {
      matrix.dispose();
    }
  }

  private static Map<String, Object> parameters(Settings settings) {
    return Map.ofEntries(
        entry("objective", "binary:logistic"),
        entry("base_score", 0.5),
        entry("eta", settings.rate()),
        entry("max_depth", settings.depth()),
        entry("tree_method", "hist"),
        entry("max_bin", 64),
        entry("min_child_weight", 2),
        entry("subsample", 0.7),
        entry("nthread", 1),
        entry("verbosity", 0),
        entry("seed", Math.floorMod(settings.seed(), Integer.MAX_VALUE)));
  }
}
