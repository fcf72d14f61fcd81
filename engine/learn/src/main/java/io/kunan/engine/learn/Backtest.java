package io.kunan.engine.learn;

import io.kunan.engine.learn.internal.forecast.Crew;
import io.kunan.engine.learn.internal.forecast.Rolling;
import io.kunan.engine.learn.internal.forecast.Selection;
import io.kunan.engine.learn.internal.forecast.Selector;
import io.kunan.engine.learn.internal.forecast.Setting;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.time.Instant;

/**
 * Measures how well a column can be forecast, as it would have gone in the plant.
 *
 * <p>Features, learners, their sizes and weights are chosen by rolling origins inside the rows
 * before the test. In the test the choice stands; everything is learned again a few times with the
 * rows that had arrived by then, and the bands follow the errors that had.
 */
public final class Backtest {
  private Backtest() {}

  /** The first test row when the last {@code 1 − fraction} of the rows are the test. */
  public static int rowAt(Table table, double fraction) {
    if (!(fraction > 0 && fraction < 1)) {
      throw new InputException(
          "test-from", "%s is no fraction".formatted(fraction), "give one between 0 and 1");
    }
    return (int) Math.floor(fraction * table.rows());
  }

  /** The first test row when the test begins at a time. */
  public static int rowAt(Table table, Instant from) {
    long micros = Micros.of(from);
    long[] times = table.times();
    int row = 0;
    while (row < times.length && times[row] < micros) {
      row++;
    }
    return row;
  }

  /**
   * Runs the back-test.
   *
   * @param table rows in time order
   * @param testFrom first test row; of a pooled table the test begins at its time for all groups
   * @param progress told of every fit, may stop the work
   * @throws InputException when the table does not hold what the task asks for, or too few rows
   * @throws java.util.concurrent.CancellationException when {@code progress} stopped it
   */
  public static BacktestReport run(
      Table table, ForecastTask task, int testFrom, Progress progress) {
    if (testFrom < 1 || testFrom >= table.rows()) {
      throw outside(testFrom, table);
    }
    Setting setting = Setting.of(table, task, testFrom);
    if (setting.known() <= task.horizon()) {
      throw new InputException(
          "horizon",
          "%d rows ahead, but only %d stand before the test"
              .formatted(task.horizon(), setting.known()),
          "ask for fewer rows ahead, or give more rows before the test");
    }
    try (Crew crew = new Crew(progress)) {
      Selection selection =
          new Selector(task, setting.signals(), crew)
              .select(setting.history(), setting.known() - task.horizon());
      return new Rolling(setting, selection, crew).test(testFrom);
    }
  }

  private static InputException outside(int testFrom, Table table) {
    return new InputException(
        "test-from",
        "row %d of %d leaves nothing to learn from or nothing to test"
            .formatted(testFrom, table.rows()),
        "begin the test inside the rows");
  }
}
