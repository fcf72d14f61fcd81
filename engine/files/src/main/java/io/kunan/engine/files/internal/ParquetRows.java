package io.kunan.engine.files.internal;

import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file as DuckDB streams them. */
final class ParquetRows implements Rows {
  private static final String SETTINGS =
      "SET memory_limit = '512MB'; SET threads = 2; SET preserve_insertion_order = true";

  private final Connection connection;
  private final Statement statement;
  private final List<String> columns;
  private final List<ParquetForm> forms;
  private final ResultSet result;
  private final long total;
  private long row;

  private ParquetRows(
      Connection connection,
      Statement statement,
      List<String> columns,
      List<ParquetForm> forms,
      ResultSet result,
      long total) {
    this.connection = connection;
    this.statement = statement;
    this.columns = columns;
    this.forms = forms;
    this.result = result;
    this.total = total;
  }

  static ParquetRows open(Path path, @Nullable String time) throws SQLException {
    Properties streaming = new Properties();
    streaming.setProperty("jdbc_stream_results", "true");
    Connection connection = DriverManager.getConnection("jdbc:duckdb:", streaming);
    try {
      Statement statement = connection.createStatement();
      statement.execute(SETTINGS);
      return open(connection, statement, path, time);
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  private static ParquetRows open(
      Connection connection, Statement statement, Path path, @Nullable String time)
      throws SQLException {
    String file = "read_parquet('%s')".formatted(path.toString().replace("'", "''"));
    List<String> columns = new ArrayList<>();
    List<ParquetForm> forms = new ArrayList<>();
    List<String> selected = new ArrayList<>();
    try (ResultSet types = statement.executeQuery("DESCRIBE SELECT * FROM " + file)) {
      while (types.next()) {
        String name = types.getString(1);
        ParquetForm form = ParquetForm.of(types.getString(2), name.equals(time));
        columns.add(name);
        forms.add(form);
        selected.add(form.select(name));
      }
    }
    long total;
    try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + file)) {
      count.next();
      total = count.getLong(1);
    }
    String query = "SELECT %s FROM %s".formatted(String.join(", ", selected), file);
    ResultSet rows = statement.executeQuery(query);
    return new ParquetRows(
        connection, statement, List.copyOf(columns), List.copyOf(forms), rows, total);
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean next() throws IOException {
    try {
      row++;
      return result.next();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public long line() {
    return row;
  }

  @Override
  public @Sentence String misfit() {
    return "";
  }

  @Override
  public boolean isMissing(int column) {
    return forms.get(column) == ParquetForm.NUMBER
        ? get(() -> Double.isNaN(result.getDouble(column + 1)) || result.wasNull())
        : Missing.isMissing(text(column));
  }

  @Override
  public double number(int column) {
    if (forms.get(column) == ParquetForm.NUMBER) {
      double value = get(() -> result.getDouble(column + 1));
      return Double.isFinite(value) ? value : Double.NaN;
    }
    return Numbers.read(text(column), '.');
  }

  @Override
  public String text(int column) {
    return switch (forms.get(column)) {
      case NUMBER -> get(() -> shown(result.getDouble(column + 1)));
      case TEXT ->
          get(() -> result.getString(column + 1) instanceof String text ? text.strip() : "");
      case LOCAL_TIME -> get(() -> shown(result.getLong(column + 1), ""));
      case INSTANT -> get(() -> shown(result.getLong(column + 1), "Z"));
    };
  }

  @Override
  public boolean time(int column, TimeReader reader, WallTime out) {
    return switch (forms.get(column)) {
      case NUMBER, TEXT -> reader.read(text(column), out);
      case LOCAL_TIME -> out.setLocal(get(() -> result.getLong(column + 1)));
      case INSTANT -> out.setOffset(get(() -> result.getLong(column + 1)), 0);
    };
  }

  @Override
  public long done() {
    return row;
  }

  @Override
  public long total() {
    return total;
  }

  @Override
  public void close() throws IOException {
    try {
      result.close();
      statement.close();
      connection.close();
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private String shown(double value) throws SQLException {
    if (result.wasNull()) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private String shown(long micros, String offset) throws SQLException {
    return result.wasNull()
        ? ""
        : LocalDateTime.ofInstant(Micros.toInstant(micros), ZoneOffset.UTC) + offset;
  }

  private interface Getter<T> {
    T get() throws SQLException;
  }

  private static <T> T get(Getter<T> getter) {
    try {
      return getter.get();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB gives no cell it has announced", e);
    }
  }
}
