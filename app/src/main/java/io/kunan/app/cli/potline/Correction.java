package io.kunan.app.cli.potline;

import io.kunan.engine.learn.Backtest;
import io.kunan.engine.learn.BacktestReport;
import io.kunan.engine.learn.ForecastTask;
import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What physics leaves over, learned for all pots together from the days before: rolling origin,
 * only what had arrived, with a 10/50/90 % band. Bounded: physics stays the master.
 */
final class Correction {
  private static final String LEFT = "left over";
  private static final String POT = "pot";

  /** Correction of a day of a pot with its band. */
  record Said(double low, double mid, double high) {}

  private record Key(int day, int pot) {}

  private final Map<Key, Said> said = new HashMap<>();

  /**
   * Learns.
   *
   * @param rows of all pots
   * @param leftOver target less physics; NaN where no target came
   * @param bound of the correction
   * @param delay after which a target has surely arrived
   * @param testFrom first day of the test
   */
  Correction(
      List<DayRow> rows,
      ToDoubleFunction<DayRow> leftOver,
      double bound,
      Duration delay,
      int testFrom,
      Progress progress) {
    Map<Key, DayRow> byDay = new HashMap<>();
    rows.forEach(row -> byDay.put(new Key(row.day(), row.pot()), row));
    List<DayRow> ends =
        rows.stream()
            .filter(row -> byDay.containsKey(new Key(row.day() + 1, row.pot())))
            .sorted(Comparator.comparingInt(DayRow::day).thenComparingInt(DayRow::pot))
            .toList();
    Table table = table(ends, byDay, leftOver);
    ForecastTask task = ForecastTask.of(LEFT, 1).withGroup(POT).withArrivalDelay(LEFT, delay);
    int first = 0;
    while (ends.get(first).day() < testFrom) {
      first++;
    }
    BacktestReport report = Backtest.run(table, task, first, progress);
    BacktestReport.Path path = report.path();
    for (int i = 0; i < path.times().length; i++) {
      int day = (int) (path.times()[i] / Micros.PER_DAY);
      int pot = Integer.parseInt(report.groups().get(path.groups()[i]).substring(1));
      double mid = Math.clamp(path.mid()[i], -bound, bound);
      double shift = mid - path.mid()[i];
      said.put(new Key(day, pot), new Said(path.low()[i] + shift, mid, path.high()[i] + shift));
    }
  }

  /** What is said of a day of the test; empty where nothing is. */
  Optional<Said> of(DayRow row) {
    return Optional.ofNullable(said.get(new Key(row.day(), row.pot())));
  }

  /** A row is the end of a day: what it left over, and what is known for the next. */
  private static Table table(
      List<DayRow> ends, Map<Key, DayRow> byDay, ToDoubleFunction<DayRow> leftOver) {
    List<DayRow> next =
        ends.stream().map(row -> byDay.get(new Key(row.day() + 1, row.pot()))).toList();
    long[] times = ends.stream().mapToLong(row -> row.day() * Micros.PER_DAY).toArray();
    List<Column> columns = new ArrayList<>();
    columns.add(numbers(LEFT, ends, leftOver));
    columns.add(new Column.Words(POT, ends.stream().map(row -> "p" + row.pot()).toList()));
    columns.add(numbers("expected", next, row -> row.outlook().celsius()));
    columns.add(numbers("rising", next, row -> row.outlook().celsius() - row.filteredCelsius()));
    columns.add(numbers("enriching", next, row -> row.outlook().excess() - row.filteredExcess()));
    columns.add(numbers("superheat", next, row -> row.outlook().superheat()));
    columns.add(numbers("noise", next, DayRow::noise));
    columns.add(numbers("volts", next, DayRow::volts));
    return new Table(times, columns);
  }

  private static Column numbers(String name, List<DayRow> rows, ToDoubleFunction<DayRow> of) {
    return new Column.Numbers(name, rows.stream().mapToDouble(of).toArray());
  }
}
