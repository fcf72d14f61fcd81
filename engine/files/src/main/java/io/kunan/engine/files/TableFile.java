package io.kunan.engine.files;

import io.kunan.engine.files.internal.ColumnCollector;
import io.kunan.engine.files.internal.DataFile;
import io.kunan.engine.files.internal.Findings;
import io.kunan.engine.files.internal.TimedRows;
import io.kunan.kernel.Column;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import io.kunan.kernel.Table;
import io.kunan.kernel.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file read whole as a table, for learning and analysis.
 *
 * <p>The time column, where one is named, becomes the times of the rows and is not among the
 * columns. A column is of numbers when at least half of the cells of its first rows are; a cell of
 * it that is none is rejected and becomes NaN, an empty one becomes NaN without more ado. Every
 * other column is of words.
 *
 * @param path a text file, gzip-ped or not, or a Parquet file
 * @param format what is known of its form
 */
public record TableFile(Path path, FileFormat format) implements TableSource {
  @Override
  public Table read() {
    return read(Progress.NONE).table();
  }

  /**
   * Reads all rows and tells what was left out.
   *
   * @throws InputException when nothing usable can be read
   */
  public FileTable read(Progress progress) {
    DataFile file = DataFile.examine(path, format);
    try (TimedRows rows = new TimedRows(file, progress)) {
      return read(file, rows);
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "it cannot be read: " + e.getMessage(), "check the file", e);
    }
  }

  private FileTable read(DataFile file, TimedRows rows) {
    List<ColumnCollector> columns = new ArrayList<>();
    for (int i = 0; i < file.columns().size(); i++) {
      ColumnPreview column = file.columns().get(i);
      if (i != rows.timeColumn()) {
        columns.add(new ColumnCollector(column.name(), i, column.kind()));
      }
    }
    Findings findings = rows.findings();
    long[] times = new long[0];
    int size = 0;
    long numbers = 0;
    while (rows.next()) {
      if (rows.hasTime()) {
        times = size < times.length ? times : Arrays.copyOf(times, Math.max(1_024, size * 2));
        times[size] = rows.time();
      }
      for (ColumnCollector column : columns) {
        numbers += column.add(rows.row(), findings) ? 1 : 0;
      }
      size++;
    }
    if (size == 0) {
      throw unusable(findings);
    }
    List<Column> built = columns.stream().map(ColumnCollector::build).toList();
    Table table = new Table(rows.hasTime() ? Arrays.copyOf(times, size) : times, built);
    return new FileTable(table, rows.report(numbers, false));
  }

  private InputException unusable(Findings findings) {
    if (findings.rejects().isEmpty()) {
      return new InputException(path.toString(), "it holds no rows", "give a file with rows");
    }
    Reject first = findings.rejects().getFirst();
    return new InputException(
        "%s, line %d".formatted(path, first.line()),
        "no row can be used; the first reason: " + first.reason(),
        "check separator, header, time column and time format");
  }
}
