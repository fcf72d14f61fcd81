package io.kunan.app.cli.learn;

import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Several files of one plant as one table in time order. */
final class TimedTables {
  private TimedTables() {}

  /** A table and the file it came from. */
  record Named(String file, Table table) {
    long first() {
      return table.times()[0];
    }

    long last() {
      return table.times()[table.rows() - 1];
    }
  }

  /**
   * Puts the rows one after the other, the earliest file first.
   *
   * @throws InputException when the files differ in their columns or overlap in time
   */
  static Table joined(List<Named> tables) {
    List<Named> ordered = tables.stream().sorted(Comparator.comparingLong(Named::first)).toList();
    Named head = ordered.getFirst();
    for (int i = 1; i < ordered.size(); i++) {
      Named next = ordered.get(i);
      if (next.first() < ordered.get(i - 1).last()) {
        throw new InputException(
            next.file(),
            "its times begin before those of %s end".formatted(ordered.get(i - 1).file()),
            "give files that do not overlap");
      }
    }
    List<Column> columns =
        head.table().columns().stream().map(column -> joined(ordered, column)).toList();
    long[] times =
        ordered.stream().flatMapToLong(named -> Arrays.stream(named.table().times())).toArray();
    return new Table(times, columns);
  }

  private static Column joined(List<Named> tables, Column first) {
    List<Column> parts = tables.stream().map(named -> column(named, first)).toList();
    if (first instanceof Column.Numbers) {
      double[] values =
          parts.stream()
              .flatMapToDouble(part -> Arrays.stream(((Column.Numbers) part).values()))
              .toArray();
      return new Column.Numbers(first.name(), values);
    }
    List<String> words = new ArrayList<>();
    parts.forEach(part -> words.addAll(((Column.Words) part).values()));
    return new Column.Words(first.name(), words);
  }

  private static Column column(Named named, Column first) {
    Column column = named.table().findColumn(first.name()).orElse(null);
    if (column == null || !Objects.equals(column.getClass(), first.getClass())) {
      throw new InputException(
          named.file(),
          "column %s is missing or of another kind than in the first file".formatted(first.name()),
          "give files with the same columns");
    }
    return column;
  }
}
