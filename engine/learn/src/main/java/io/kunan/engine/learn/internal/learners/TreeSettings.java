package io.kunan.engine.learn.internal.learners;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How trees are boosted.
 *
 * @param loss which error is made small
 * @param change learn the change from the last value instead of the value itself
 * @param rounds trees one after the other
 * @param depth of each tree
 * @param leafRows rows a leaf holds at least
 * @param rowShare share of the rows drawn for each tree
 * @param columnShare share of the features drawn for each tree
 * @param monotone sign for each feature, empty for none
 */
public record TreeSettings(
    Loss loss,
    boolean change,
    int rounds,
    int depth,
    int leafRows,
    double rowShare,
    double columnShare,
    List<Integer> monotone) {
  private static final double LEARNING_RATE = 0.06;

  /** Few bins: neighbouring readings differ by noise, and a tree costs half. */
  private static final int BINS = 64;

  /** Which error the trees make small. */
  public enum Loss {
    SQUARED("reg:squarederror"),
    ABSOLUTE("reg:absoluteerror"),
    /** The 10 and the 90 % quantile. */
    QUANTILES("reg:quantileerror");

    private final String objective;

    Loss(String objective) {
      this.objective = objective;
    }
  }

  public TreeSettings {
    monotone = List.copyOf(monotone);
  }

  TreeSettings withRounds(int newRounds) {
    return new TreeSettings(
        loss, change, newRounds, depth, leafRows, rowShare, columnShare, monotone);
  }

  /** XGBoost's words for the settings. One thread: the order of sums, so the bits, is fixed. */
  Map<String, Object> parameters(long seed) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", loss.objective);
    parameters.put("eta", LEARNING_RATE);
    parameters.put("max_depth", depth);
    parameters.put("min_child_weight", leafRows);
    parameters.put("subsample", rowShare);
    parameters.put("colsample_bytree", columnShare);
    parameters.put("tree_method", "hist");
    parameters.put("max_bin", BINS);
    parameters.put("nthread", 1);
    parameters.put("seed", Math.floorMod(seed, Integer.MAX_VALUE));
    parameters.put("verbosity", 0);
    if (loss == Loss.QUANTILES) {
      parameters.put("quantile_alpha", "[0.1,0.9]");
    }
    if (!monotone.isEmpty()) {
      parameters.put("monotone_constraints", "(" + String.join(",", signs()) + ")");
    }
    return parameters;
  }

  private List<String> signs() {
    List<String> signs = new ArrayList<>();
    monotone.forEach(sign -> signs.add(String.valueOf(sign)));
    return signs;
  }
}
