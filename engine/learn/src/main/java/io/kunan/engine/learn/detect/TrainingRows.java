package io.kunan.engine.learn.detect;

import io.kunan.engine.learn.detect.internal.Runs;
import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tables of normal operation made ready for training: the variables that can be watched, gaps
 * filled.
 *
 * @param variables names, in the order of the first table
 * @param leftOut columns that cannot be watched
 * @param means of each variable over the cells that are there
 */
@SuppressWarnings("ArrayRecordComponent") // lives only within one fit
record TrainingRows(List<String> variables, List<LeftOut> leftOut, double[] means, Runs runs) {
  /** Fewer rows than this say nothing about how often normal operation crosses a limit. */
  static final int FEWEST_ROWS = 50;

  private static final int MOST_VARIABLES = 1000;

  static TrainingRows of(List<Table> tables) {
    List<String> variables = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    for (Column column : tables.getFirst().columns()) {
      Spread spread = Spread.of(tables, column);
      if (spread.unusable().isEmpty()) {
        variables.add(column.name());
        means.add(spread.mean());
      } else {
        leftOut.add(new LeftOut(column.name(), spread.unusable()));
      }
    }
    check(variables, leftOut);
    double[] filling = means.stream().mapToDouble(Double::doubleValue).toArray();
    List<double[][]> runs = tables.stream().map(t -> filled(t, variables, filling)).toList();
    int longest = runs.stream().mapToInt(run -> run.length).max().orElse(0);
    if (longest < FEWEST_ROWS) {
      throw new InputException(
          "training rows",
          "%d rows that follow each other hold values".formatted(longest),
          "give at least %d rows of normal operation".formatted(FEWEST_ROWS));
    }
    return new TrainingRows(variables, leftOut, filling, new Runs(runs));
  }

  private static void check(List<String> variables, List<LeftOut> leftOut) {
    if (variables.isEmpty()) {
      String reasons =
          String.join(
              ", ", leftOut.stream().map(l -> l.column() + " (" + l.reason() + ")").toList());
      throw new InputException(
          "training columns",
          "none can be watched: " + (reasons.isEmpty() ? "the table has none" : reasons),
          "give at least one column of numbers that vary");
    }
    if (variables.size() > MOST_VARIABLES) {
      throw new InputException(
          "training columns",
          variables.size() + " columns of numbers",
          "give at most %d: one detector for each unit of the plant tells more"
              .formatted(MOST_VARIABLES));
    }
  }

  /** The cells of the named columns, row by row; NaN where a cell is missing. */
  static double[][] cells(Table table, List<String> variables) {
    List<double[]> columns = variables.stream().map(name -> numbers(table, name)).toList();
    double[][] rows = new double[table.rows()][variables.size()];
    for (int v = 0; v < columns.size(); v++) {
      for (int i = 0; i < rows.length; i++) {
        rows[i][v] = columns.get(v)[i];
      }
    }
    return rows;
  }

  private static double[] numbers(Table table, String name) {
    if (table.findColumn(name).orElse(null) instanceof Column.Numbers numbers) {
      return numbers.values();
    }
    throw new InputException(
        "column " + name,
        "the detector was trained on it, these rows do not hold it as numbers",
        "give the columns of the training: the others may be in any order");
  }

  private static double[][] filled(Table table, List<String> variables, double[] means) {
    GapFiller filler = new GapFiller(means);
    return Arrays.stream(cells(table, variables))
        .filter(row -> !GapFiller.isEmpty(row))
        .map(filler::fill)
        .toArray(double[][]::new);
  }

  /** How a column varies; a reason in {@code unusable} when it cannot be watched, else empty. */
  private record Spread(double mean, String unusable) {
    static Spread of(List<Table> tables, Column column) {
      if (!(column instanceof Column.Numbers)) {
        return new Spread(0, "words");
      }
      long rows = 0;
      long found = 0;
      double sum = 0;
      double lowest = Double.POSITIVE_INFINITY;
      double highest = Double.NEGATIVE_INFINITY;
      for (Table table : tables) {
        for (double value : numbers(table, column.name())) {
          rows++;
          if (Double.isFinite(value)) {
            found++;
            sum += value;
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
          }
        }
      }
      if (2 * found < rows || found == 0) {
        return new Spread(0, "more than half of the cells are missing");
      }
      return new Spread(sum / found, lowest < highest ? "" : "constant in the training rows");
    }
  }
}
