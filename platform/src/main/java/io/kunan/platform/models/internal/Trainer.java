package io.kunan.platform.models.internal;

import io.kunan.engine.learn.Backtest;
import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.ForecastTask;
import io.kunan.engine.learn.TrainedModel;
import io.kunan.engine.learn.Training;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.Table;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.models.Model;
import io.kunan.platform.models.ModelDefinition;
import io.kunan.platform.models.ModelMember;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.springframework.stereotype.Component;

/** Learns a version: rows from history, back-test on their end, then a model from all of them. */
@Component
class Trainer {
  /** The back-test looks at the last 30 % of the rows. */
  private static final double TEST_FROM = 0.7;

  private static final int BACKTEST_SHARE = 60;

  private final HistoryTables tables;
  private final Assets assets;
  private final ModelFiles files;
  private final VersionBook book;
  private final Clock clock;

  Trainer(HistoryTables tables, Assets assets, ModelFiles files, VersionBook book, Clock clock) {
    this.tables = tables;
    this.assets = assets;
    this.files = files;
    this.book = book;
    this.clock = clock;
  }

  /**
   * Does it all; nothing is kept when it is stopped.
   *
   * @throws InputException when history holds too little to learn from
   */
  void train(Model model, Progress progress) {
    ModelDefinition definition = model.definition();
    RowSource source = RowSource.of(definition, assets.tags());
    if (!progress.report(0, 100, "reading history")) {
      return;
    }
    Table table = rows(definition, source);
    ForecastTask task = task(definition, source);
    try {
      BacktestReport report =
          Backtest.run(
              table,
              task,
              Backtest.rowAt(table, TEST_FROM),
              part(progress, 0, BACKTEST_SHARE, true));
      String query = "history of tags " + source.members().stream().map(ModelMember::tags).toList();
      TrainedModel learned =
          Training.train(table, task, query, part(progress, BACKTEST_SHARE, 95, false));
      String unit = assets.tags().get(definition.target()).unit();
      var record = TrainingReport.of(definition, source, table, report, learned, unit);
      if (progress.report(99, 100, "keeping the version")) {
        int version = book.keep(model, files.put(learned), record);
        progress.report(100, 100, "version " + version);
      }
    } catch (CancellationException e) {
      // The job's own state says that it was stopped.
      progress.report(0, 100, "stopped");
    }
  }

  private static ForecastTask task(ModelDefinition definition, RowSource source) {
    ForecastTask task =
        ForecastTask.of(source.columns().getFirst().name(), definition.horizonRows())
            .withZone(definition.zone())
            .withSeed(definition.seed());
    return source.pooled() ? task.withGroup(HistoryTables.GROUP) : task;
  }

  /**
   * The rows with which the target begins up to the newest with any value. They end where the
   * target does: what was imported of a plant that is not connected yet lies in the past.
   */
  private Table rows(ModelDefinition definition, RowSource source) {
    long end = tables.endOfTarget(source, definition.every(), Micros.of(clock.instant()));
    Table all = tables.rows(source, definition.every(), end, definition.trainedOver());
    int members = source.members().size();
    int first = HistoryTables.firstTime(all, source) * members;
    int last = all.rows() - HistoryTables.silentTimes(all, source) * members;
    if (first >= last) {
      throw new InputException(
          "history of " + assets.tags().get(definition.target()).name(),
          "holds nothing to learn from",
          "connect its source, or import its past");
    }
    return HistoryTables.slice(all, first, last);
  }

  private static Progress part(Progress whole, int from, int to, boolean test) {
    return (long done, long total, @Sentence String step) ->
        whole.report(
            from + (total == 0 ? 0 : (to - from) * done / total),
            100,
            test ? "back-test: " + step : "learning: " + step);
  }
}
