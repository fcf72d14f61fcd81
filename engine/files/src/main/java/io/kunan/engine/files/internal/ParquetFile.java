package io.kunan.engine.files.internal;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A Parquet file, read through DuckDB. Rows are counted as lines from 1. */
record ParquetFile(
    Path path,
    FileFormat format,
    List<ColumnPreview> columns,
    List<List<String>> sample,
    @Sentence String timeTrouble)
    implements DataFile {
  private static final int SAMPLE_ROWS = 2_000;

  static boolean isParquet(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new String(in.readNBytes(4), StandardCharsets.US_ASCII).equals("PAR1");
    }
  }

  static ParquetFile examine(Path path, FileFormat asked) throws IOException {
    FileFormat plain = asked.withSeparator(null).withDecimal('.').withHeader(true);
    List<List<String>> rows = new ArrayList<>();
    List<String> names;
    try (ParquetRows file = ParquetRows.open(path, asked.time())) {
      names = file.columns();
      while (rows.size() < SAMPLE_ROWS && file.next()) {
        List<String> row = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
          row.add(file.text(i));
        }
        rows.add(row);
      }
    } catch (SQLException e) {
      throw unreadable(path, e);
    }
    SampleColumns columns = SampleColumns.of(path, names, rows, plain);
    return new ParquetFile(
        path, columns.format(), columns.columns(), columns.rows(), columns.timeTrouble());
  }

  @Override
  public Rows open(Findings findings) throws IOException {
    try {
      return ParquetRows.open(path, format.time());
    } catch (SQLException e) {
      throw unreadable(path, e);
    }
  }

  private static InputException unreadable(Path path, SQLException e) {
    return new InputException(
        path.toString(), "it is no readable Parquet file: " + e.getMessage(), "check the file", e);
  }
}
