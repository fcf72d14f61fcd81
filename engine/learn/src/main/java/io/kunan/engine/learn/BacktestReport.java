package io.kunan.engine.learn;

import java.util.List;

/**
 * How well a task can be forecast, measured on rows after those the choice was made with.
 *
 * @param target column forecast
 * @param horizon rows ahead
 * @param trainRows rows before the test
 * @param testRows rows scored: those of the test whose target is known
 * @param models every learner, the blend among them if it was chosen
 * @param baselines the naive guesses on the same rows
 * @param chosen name of the model, or baseline, that validation inside the training rows chose
 * @param skill 1 − MAE(chosen) / MAE(best baseline on the test)
 * @param fits how many times everything was learned again during the test, with arrived rows only
 * @param runningRows rows scored whose target is above {@code idleLevel}
 * @param idleLevel a tenth of the way from the target's usual low to its usual high
 * @param coverageRunning share of {@code runningRows} inside the chosen model's 10/90 % band
 * @param groups of a pooled table; one empty name where nothing is pooled
 * @param path what was said and what came, row by row
 */
public record BacktestReport(
    String target,
    int horizon,
    int trainRows,
    int testRows,
    List<ModelScore> models,
    List<BaselineScore> baselines,
    String chosen,
    double skill,
    int fits,
    int runningRows,
    double idleLevel,
    double coverageRunning,
    List<String> groups,
    Path path) {
  /**
   * One learner on the test rows.
   *
   * @param mae mean absolute error, in the target's unit
   * @param rmse root mean squared error
   * @param r2 share of the variance explained; NaN when the target never changes
   * @param coverage80 share of targets inside its 10/90 % band, 0–1
   * @param validationMae mean absolute error inside the training rows, by which it was chosen
   * @param weight its share in the chosen forecast
   */
  public record ModelScore(
      String name,
      double mae,
      double rmse,
      double r2,
      double coverage80,
      double validationMae,
      double weight) {}

  /** A naive guess on the test rows. */
  public record BaselineScore(String name, double mae, double rmse) {}

  /**
   * The chosen model's way through the test, in order of time.
   *
   * @param times of the targets, microseconds UTC
   * @param groups place of each row's group
   * @param actual what came
   * @param low lower edge of the band
   * @param mid forecast
   * @param high upper edge
   * @param naive what the best baseline said
   */
  @SuppressWarnings("ArrayRecordComponent") // one for each test row
  public record Path(
      long[] times,
      int[] groups,
      double[] actual,
      double[] low,
      double[] mid,
      double[] high,
      double[] naive) {}

  public BacktestReport {
    models = List.copyOf(models);
    baselines = List.copyOf(baselines);
    groups = List.copyOf(groups);
  }
}
