package io.kunan.engine.history.internal.duck;

import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/**
 * Rows from Java arrays as a table that SQL can read once. A column at a time it takes points four
 * times as fast as the appender, and other than the appender it is covered by the transaction.
 */
final class JavaRows implements DuckDBTableFunction<Boolean, Boolean, Boolean> {
  private final List<Column> columns;
  private volatile Feed feed = (out, capacity) -> 0;
  private volatile long rows;

  private JavaRows(List<Column> columns) {
    this.columns = columns;
  }

  static JavaRows register(DuckDBConnection connection, String name, Column... columns) {
    var rows = new JavaRows(List.of(columns));
    try (var builder = DuckDBFunctions.tableFunction()) {
      builder.withName(name).withFunction(rows).register(connection);
      return rows;
    } catch (SQLException e) {
      throw Database.fault("register " + name, e);
    }
  }

  /** What the next statement that names this table reads. */
  void offer(Feed next, long expectedRows) {
    feed = next;
    rows = expectedRows;
  }

  @Override
  public Boolean bind(DuckDBTableFunctionBindInfo info) {
    for (Column column : columns) {
      info.addResultColumn(column.name(), column.type());
    }
    info.setCardinality(rows, false);
    return true;
  }

  @Override
  public Boolean init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    return true;
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
    return feed.fill(out, (int) out.capacity());
  }

  /** A column of the table. */
  record Column(String name, DuckDBColumnType type) {}

  /** Fills at most {@code capacity} rows and says how many; 0 ends the table. */
  @FunctionalInterface
  interface Feed {
    int fill(DuckDBDataChunkWriter out, int capacity);
  }
}
