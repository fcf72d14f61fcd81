package io.kunan.engine.history.internal.duck;

import java.sql.SQLException;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBPreparedStatement;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/**
 * Points of sealed files one by one, by tag, then time; of equal ones the highest generation.
 * Stands on a point after {@link #next} said true.
 */
final class PointCursor implements AutoCloseable {
  private final DuckDBPreparedStatement statement;
  private final DuckDBChunkedResult result;
  private final boolean withGeneration;
  private @Nullable DuckDBReadableVector tags;
  private @Nullable DuckDBReadableVector times;
  private @Nullable DuckDBReadableVector values;
  private @Nullable DuckDBReadableVector qualities;
  private long row = -1;
  private long rows;
  private boolean loaded;

  int tag;
  long time;
  double value;
  short quality;

  PointCursor(DuckDBConnection connection, String sql, boolean withGeneration) throws SQLException {
    this.withGeneration = withGeneration;
    statement = connection.prepare(sql);
    try {
      result = statement.query();
    } catch (SQLException | RuntimeException e) {
      statement.close();
      throw e;
    }
  }

  /** Goes to the next point. */
  boolean next() {
    if (!loaded && !advance()) {
      return false;
    }
    take();
    loaded = false;
    while (withGeneration && advance()) {
      if (!sameAsTaken()) {
        loaded = true;
        break;
      }
      take();
    }
    return true;
  }

  /** Moves by one row of the result, without looking at it. */
  private boolean advance() {
    row++;
    while (row >= rows) {
      if (!result.nextChunk()) {
        row = rows;
        return false;
      }
      DuckDBDataChunkReader chunk = result.chunk();
      tags = chunk.vector(0);
      times = chunk.vector(1);
      values = chunk.vector(2);
      qualities = chunk.vector(3);
      rows = chunk.rowCount();
      row = 0;
    }
    return true;
  }

  @SuppressWarnings("NullAway") // vectors are there once advance() said true
  private void take() {
    tag = tags.getInt(row);
    time = times.getLong(row);
    value = values.getDouble(row);
    quality = qualities.getShort(row);
  }

  @SuppressWarnings("NullAway") // as above
  private boolean sameAsTaken() {
    return times.getLong(row) == time && tags.getInt(row) == tag;
  }

  @Override
  public void close() throws SQLException {
    try {
      result.close();
    } finally {
      statement.close();
    }
  }
}
