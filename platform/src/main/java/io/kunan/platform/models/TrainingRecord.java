package io.kunan.platform.models;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything measured and fixed when a version was learned. Errors are in the target's unit.
 *
 * @param columns the tags and what the rows took of them; the target first; of a pooled model those
 *     of its first member
 * @param members of a pooled model, whose tags stand in the order of the columns; else empty
 * @param events types of event whose age was looked at
 * @param everySeconds length of a row
 * @param horizonRows rows ahead
 * @param trainedOn the rows
 * @param algorithm what validation inside the training rows chose
 * @param metrics on the back-test
 * @param baselines naive guesses on the same rows, the best first
 * @param curve the back-test row by row; of a pooled model that of its first asset
 * @param errors how its errors (forecast − actual) are spread
 * @param importance what moves the forecast most, the largest first
 */
public record TrainingRecord(
    List<TableColumn> columns,
    List<ModelMember> members,
    List<String> events,
    long everySeconds,
    int horizonRows,
    TrainedOn trainedOn,
    String codeVersion,
    String algorithm,
    long seed,
    BacktestMetrics metrics,
    List<NaiveScore> baselines,
    BacktestCurve curve,
    ErrorHistogram errors,
    List<Importance> importance) {
  public TrainingRecord {
    columns = List.copyOf(columns);
    // Versions written before models were pooled have neither.
    members = List.copyOf(Objects.requireNonNullElse(members, List.of()));
    events = List.copyOf(Objects.requireNonNullElse(events, List.of()));
    baselines = List.copyOf(baselines);
    importance = List.copyOf(importance);
  }

  /**
   * One column of the table.
   *
   * @param tag whose history it is
   * @param name in the model's file; does not follow later changes of the tag
   * @param held whether the last value of a row counts, not its mean
   */
  public record TableColumn(int tag, String name, boolean held) {}

  /**
   * @param from end of the first row
   * @param to end of the last row
   * @param hash SHA-256 of times, names and cells
   */
  public record TrainedOn(Instant from, Instant to, int rows, String hash) {}

  /**
   * @param r2 null when the target did not change
   * @param coverage80 share of targets inside the 10/90 % band, 0–1
   * @param skill 1 − MAE / MAE of the best naive guess
   * @param testRows rows scored, none of which the choice was made with
   * @param changes how often the target changed between two of them; few changes prove little
   */
  public record BacktestMetrics(
      double mae,
      double rmse,
      @Nullable Double r2,
      double coverage80,
      double skill,
      int testRows,
      int changes) {}

  /** A naive guess. */
  public record NaiveScore(String name, double mae, double rmse) {}

  /**
   * @param t time each value holds for, milliseconds UTC
   * @param baseline what the naive guess {@code baselineName} said
   */
  public record BacktestCurve(
      List<Long> t,
      List<@Nullable Double> actual,
      List<@Nullable Double> predicted,
      List<@Nullable Double> low,
      List<@Nullable Double> high,
      List<@Nullable Double> baseline,
      String baselineName) {}

  /** Counts between neighbouring edges. */
  public record ErrorHistogram(List<Double> edges, List<Integer> counts) {}

  /**
   * @param feature as the model's file names it
   * @param meanAbsShap how much it moves a forecast on average, in {@code unit}
   */
  public record Importance(String feature, String label, double meanAbsShap, String unit) {}
}
