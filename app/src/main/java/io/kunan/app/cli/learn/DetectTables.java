package io.kunan.app.cli.learn;

import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Changes of a table between the file and the detector. */
final class DetectTables {
  private DetectTables() {}

  /** Rows become columns c1, c2, … and columns rows, for files that hold one variable a line. */
  static Table transposed(String file, Table table) {
    List<double[]> lines =
        table.columns().stream()
            .map(
                column -> {
                  if (column instanceof Column.Numbers numbers) {
                    return numbers.values();
                  }
                  throw new InputException(
                      file,
                      "column %s holds words".formatted(column.name()),
                      "only a file of numbers can be transposed");
                })
            .toList();
    List<Column> columns = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      int line = row;
      columns.add(
          new Column.Numbers(
              "c" + (row + 1), lines.stream().mapToDouble(values -> values[line]).toArray()));
    }
    return new Table(new long[0], columns);
  }

  /** Without the named columns. */
  static Table without(Table table, Set<String> names) {
    return new Table(
        table.times(),
        table.columns().stream().filter(column -> !names.contains(column.name())).toList());
  }

  /** The first rows. */
  static Table first(Table table, int rows) {
    List<Column> columns =
        table.columns().stream()
            .map(
                column ->
                    switch (column) {
                      case Column.Numbers n ->
                          (Column) new Column.Numbers(n.name(), Arrays.copyOf(n.values(), rows));
                      case Column.Words w ->
                          new Column.Words(w.name(), w.values().subList(0, rows));
                    })
            .toList();
    return new Table(table.hasTimes() ? Arrays.copyOf(table.times(), rows) : new long[0], columns);
  }

  /** Whether each row is abnormal by a column of 0 and 1; null cells count as not known. */
  static double[] labels(String file, Table table, String name) {
    return switch (table.findColumn(name).orElse(null)) {
      case Column.Numbers numbers -> checked(file, numbers);
      case Column.Words words ->
          throw new InputException(
              file + ", column " + name, "it holds words", "labels are 0 for normal and 1 for not");
      case null ->
          throw new InputException(
              file,
              "there is no column " + name,
              "its columns are " + String.join(", ", table.columnNames()));
    };
  }

  private static double[] checked(String file, Column.Numbers labels) {
    double[] values = labels.values();
    for (int row = 0; row < values.length; row++) {
      if (values[row] != 0 && values[row] != 1 && !Double.isNaN(values[row])) {
        throw new InputException(
            "%s, row %d, column %s".formatted(file, row + 1, labels.name()),
            "it is " + values[row],
            "labels are 0 for normal, 1 for not, or empty where that is not known");
      }
    }
    return values;
  }

  /** Rows from {@code faultFrom} (first row 1) are abnormal. */
  static double[] labels(int rows, int faultFrom) {
    return IntStream.rangeClosed(1, rows).mapToDouble(row -> row >= faultFrom ? 1 : 0).toArray();
  }
}
