package io.kunan.engine.learn;

import io.kunan.engine.learn.internal.forecast.Crew;
import io.kunan.engine.learn.internal.forecast.Finisher;
import io.kunan.engine.learn.internal.forecast.Selection;
import io.kunan.engine.learn.internal.forecast.Selector;
import io.kunan.engine.learn.internal.forecast.Setting;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;

/** Learns a model from all rows of a table, choosing it as {@link Backtest} does. */
public final class Training {
  private Training() {}

  /**
   * Learns.
   *
   * @param table rows in time order
   * @param source the query or files the rows came from, kept with the model
   * @param progress told of every fit, may stop the work
   * @throws io.kunan.kernel.InputException when the table does not hold what the task asks for, or
   *     too few rows
   * @throws java.util.concurrent.CancellationException when {@code progress} stopped it
   */
  public static TrainedModel train(
      Table table, ForecastTask task, String source, Progress progress) {
    Setting setting = Setting.of(table, task, table.rows());
    try (Crew crew = new Crew(progress)) {
      Selection selection =
          new Selector(task, setting.signals(), crew)
              .select(setting.history(), setting.known() - 1);
      return new TrainedModel(
          new Finisher(setting, selection, crew).finish(DataIdentity.of(source, table)));
    }
  }
}
