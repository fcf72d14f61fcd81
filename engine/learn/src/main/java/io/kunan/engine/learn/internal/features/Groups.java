package io.kunan.engine.learn.internal.features;

import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How the rows of a pooled table fall to groups and times.
 *
 * @param names of the groups, sorted
 * @param times at which any group has a row, rising
 * @param groups group of each table row
 * @param places time of each table row, as its place in {@code times}
 */
@SuppressWarnings("ArrayRecordComponent") // as many as rows
record Groups(List<String> names, long[] times, int[] groups, int[] places) {

  /**
   * Reads the group column.
   *
   * @throws InputException when the column is missing or no words, a row belongs to no group, or a
   *     group has two rows of one time
   */
  static Groups of(Table table, String column) {
    if (!(table.findColumn(column).orElse(null) instanceof Column.Words words)) {
      throw new InputException(
          "group " + column,
          "the table has no column of words of this name",
          "it has " + String.join(", ", table.columnNames()));
    }
    List<String> names = List.copyOf(new TreeSet<>(words.values()));
    long[] times = Arrays.stream(table.times()).distinct().toArray();
    int[] groups = new int[table.rows()];
    int[] places = new int[table.rows()];
    int[] last = new int[names.size()];
    Arrays.fill(last, -1);
    for (int row = 0, place = 0; row < groups.length; row++) {
      String name = words.values().get(row);
      place += table.times()[row] > times[place] ? 1 : 0;
      groups[row] = java.util.Collections.binarySearch(names, name);
      places[row] = place;
      if (name.isEmpty() || last[groups[row]] == place) {
        throw new InputException(
            "group %s, row %d".formatted(column, row + 1),
            name.isEmpty() ? "it is empty" : "%s has two rows of one time".formatted(name),
            "give each row a group, and each group one row of a time");
      }
      last[groups[row]] = place;
    }
    return new Groups(names, times, groups, places);
  }

  /** Cells of a table column, first by group, then by time; NaN where a group has no row. */
  double[][] spread(double[] cells) {
    double[][] spread = new double[names.size()][times.length];
    for (double[] group : spread) {
      Arrays.fill(group, Double.NaN);
    }
    for (int row = 0; row < cells.length; row++) {
      spread[groups[row]][places[row]] = cells[row];
    }
    return spread;
  }
}
