package io.kunan.app.cli.learn;

import io.kunan.app.cli.TextTable;
import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.ForecastTask;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code learn backtest} answers; a figure is null where it has no meaning.
 *
 * @param testFrom time of the first test row
 * @param zone in which it is shown
 * @param chosen model or baseline chosen without the test rows
 * @param skill 1 − MAE(chosen) / MAE(best baseline)
 * @param fits how often everything was learned again during the test, with arrived rows only
 * @param idleLevel rows of the test above it count as running
 * @param coverageRunning share of the running rows inside the chosen model's band
 * @param sha256 fingerprint of all rows
 * @param seconds from reading to answer
 */
record BacktestAnswer(
    String target,
    int horizon,
    String testFrom,
    String zone,
    Set<String> knownAhead,
    int trainRows,
    int testRows,
    List<Model> models,
    List<BacktestReport.BaselineScore> baselines,
    String chosen,
    @Nullable Double skill,
    int fits,
    double idleLevel,
    int runningRows,
    @Nullable Double coverageRunning,
    String sha256,
    double seconds) {

  /** One learner; the weight is its share in the chosen forecast. */
  record Model(
      String name,
      double mae,
      double rmse,
      @Nullable Double r2,
      double coverage80,
      double validationMae,
      double weight) {
    static Model of(BacktestReport.ModelScore score) {
      return new Model(
          score.name(),
          score.mae(),
          score.rmse(),
          known(score.r2()),
          score.coverage80(),
          score.validationMae(),
          score.weight());
    }
  }

  static BacktestAnswer of(
      BacktestReport report, ForecastTask task, String testFrom, String sha256, double seconds) {
    return new BacktestAnswer(
        report.target(),
        report.horizon(),
        testFrom,
        task.zone().getId(),
        task.knownAhead(),
        report.trainRows(),
        report.testRows(),
        report.models().stream().map(Model::of).toList(),
        report.baselines(),
        report.chosen(),
        known(report.skill()),
        report.fits(),
        report.idleLevel(),
        report.runningRows(),
        known(report.coverageRunning()),
        sha256,
        seconds);
  }

  /** Errors of everybody, for people. */
  TextTable errors() {
    TextTable table =
        new TextTable(
            "%s, %d rows ahead, %d test rows from %s"
                .formatted(target, horizon, testRows, testFrom),
            "",
            "MAE",
            "RMSE",
            "R²",
            "inside 10/90 %",
            "MAE in validation",
            "weight");
    for (Model model : models) {
      table.row(
          model.name,
          model.mae,
          model.rmse,
          fixed(model.r2),
          fixed(model.coverage80),
          model.validationMae,
          fixed(model.weight));
    }
    baselines.forEach(naive -> table.row(naive.name(), naive.mae(), naive.rmse()));
    return table;
  }

  /** What came of it, for people. */
  TextTable summary() {
    return new TextTable("", "", "")
        .row("chosen on rows before the test", chosen)
        .row("better than the best naive guess by", percent(skill))
        .row("running rows inside 10/90 %", percent(coverageRunning))
        .row("learned again during the test", fits + " times, from arrived rows only")
        .row("seconds", "%.1f".formatted(seconds));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "–" : "%.1f %%".formatted(100 * share);
  }

  private static String fixed(@Nullable Double figure) {
    return figure == null ? "–" : "%.3f".formatted(figure);
  }

  private static @Nullable Double known(double figure) {
    return Double.isFinite(figure) ? (Double) figure : null;
  }
}
