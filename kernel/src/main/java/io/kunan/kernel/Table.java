package io.kunan.kernel;

import java.util.List;
import java.util.Optional;

/**
 * Rows in time order with named columns: what learning and analysis work on.
 *
 * @param times time of each row, microseconds UTC, not falling; empty when the rows carry no time
 * @param columns all of one length, names unique
 */
@SuppressWarnings("ArrayRecordComponent") // see Column.Numbers
public record Table(long[] times, List<Column> columns) {
  public Table {
    columns = List.copyOf(columns);
    int rows = columns.isEmpty() ? times.length : columns.getFirst().size();
    for (Column column : columns) {
      if (column.size() != rows || (times.length != 0 && times.length != rows)) {
        throw new IllegalArgumentException(
            "column %s has %d rows where %d are expected"
                .formatted(column.name(), column.size(), rows));
      }
    }
  }

  public int rows() {
    return columns.isEmpty() ? times.length : columns.getFirst().size();
  }

  public boolean hasTimes() {
    return times.length > 0;
  }

  public Optional<Column> findColumn(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst();
  }

  public List<String> columnNames() {
    return columns.stream().map(Column::name).toList();
  }
}
