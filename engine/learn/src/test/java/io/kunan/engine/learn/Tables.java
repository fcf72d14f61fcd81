package io.kunan.engine.learn;

import io.kunan.kernel.Column;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small tables with a known law. */
final class Tables {
  /** 2024-01-01, a Monday. */
  static final long START = 1_704_067_200L * Micros.PER_SECOND;

  private Tables() {}

  /**
   * A plant by the hour: a shift pattern by day and week, a level that wanders slowly, a feed that
   * the load follows three hours later, and noise.
   */
  static Table plant(int rows, long seed) {
    Random random = new Random(seed);
    double[] load = new double[rows];
    double[] feed = new double[rows];
    double[] constant = new double[rows];
    List<String> shift = new ArrayList<>();
    double wander = 0;
    for (int row = 0; row < rows; row++) {
      int hour = row % 24;
      boolean work = hour >= 6 && hour < 22 && (row / 24) % 7 < 5;
      wander = 0.98 * wander + 0.5 * random.nextGaussian();
      feed[row] = 5 + 3 * Math.sin(row / 17.0) + random.nextGaussian();
      double felt = row < 3 ? 5 : feed[row - 3];
      load[row] = (work ? 40 + 2 * felt : 8) + wander + 0.5 * random.nextGaussian();
      constant[row] = 7;
      shift.add(work ? hour < 14 ? "early" : "late" : "night");
    }
    return new Table(
        times(rows),
        List.of(
            new Column.Numbers("load", load),
            new Column.Numbers("feed", feed),
            new Column.Numbers("constant", constant),
            new Column.Words("shift", shift)));
  }

  static long[] times(int rows) {
    long[] times = new long[rows];
    for (int row = 0; row < rows; row++) {
      times[row] = START + row * Micros.PER_HOUR;
    }
    return times;
  }

  /** The same table with every number from a row on replaced by nonsense. */
  static Table spoilt(Table table, int from) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          switch (column) {
            case Column.Numbers numbers -> {
              double[] values = numbers.values().clone();
              for (int row = from; row < values.length; row++) {
                values[row] = -1e6 + row;
              }
              yield new Column.Numbers(numbers.name(), values);
            }
            case Column.Words words -> {
              List<String> values = new ArrayList<>(words.values());
              for (int row = from; row < values.size(); row++) {
                values.set(row, row % 2 == 0 ? "late" : "");
              }
              yield new Column.Words(words.name(), values);
            }
          });
    }
    return new Table(table.times(), columns);
  }

  /** The same table with a share of the cells of every column of numbers missing. */
  static Table holed(Table table, double share, long seed) {
    Random random = new Random(seed);
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      if (column instanceof Column.Numbers numbers) {
        double[] values = numbers.values().clone();
        for (int row = 0; row < values.length; row++) {
          values[row] = random.nextDouble() < share ? Double.NaN : values[row];
        }
        columns.add(new Column.Numbers(numbers.name(), values));
      } else {
        columns.add(column);
      }
    }
    return new Table(table.times(), columns);
  }

  /** The first rows of a table. */
  static Table first(Table table, int rows) {
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(
          switch (column) {
            case Column.Numbers numbers ->
                new Column.Numbers(numbers.name(), java.util.Arrays.copyOf(numbers.values(), rows));
            case Column.Words words ->
                new Column.Words(words.name(), words.values().subList(0, rows));
          });
    }
    return new Table(java.util.Arrays.copyOf(table.times(), rows), columns);
  }
}
