package io.kunan.engine.files;

import io.kunan.engine.files.internal.DataFile;
import io.kunan.engine.files.internal.PointCells;
import io.kunan.engine.files.internal.TimedRows;
import io.kunan.kernel.InputException;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.PointSink;
import io.kunan.kernel.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file streamed as points, however large, in bounded memory. An empty cell is no point; a cell
 * that is no number, or no known state, is rejected with its line and reason while the rest of its
 * line is kept. Reading a file twice gives the same points twice, so that a store that keeps the
 * last point of each tag and time holds the same after a second import.
 *
 * @param path a text file, gzip-ped or not, or a Parquet file
 * @param format what is known of its form; names the time column
 * @param columns which tag each column belongs to; columns not named are left out
 */
public record PointFile(Path path, FileFormat format, List<PointColumn> columns) {
  private static final int BATCH = 1 << 16;

  public PointFile {
    columns = List.copyOf(columns);
    if (format.time() == null) {
      throw new InputException(
          path.toString(), "no time column is named", "name the column that holds the time");
    }
  }

  /**
   * Reads the file to its end, or until the sink or the progress says stop.
   *
   * @throws InputException when there is no such file, column or unit, or the times cannot be
   *     understood
   */
  public ImportReport read(PointSink sink, Progress progress) {
    DataFile file = DataFile.examine(path, format);
    try (TimedRows rows = new TimedRows(file, progress)) {
      List<PointCells> cells = new ArrayList<>();
      for (PointColumn column : columns) {
        cells.add(PointCells.of(path, column, rows.row().columns()));
      }
      return stream(rows, cells, sink);
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "it cannot be read: " + e.getMessage(), "check the file", e);
    }
  }

  private static ImportReport stream(TimedRows rows, List<PointCells> cells, PointSink sink) {
    int room = Math.max(BATCH, 2 * cells.size());
    PointBatch.Builder batch = PointBatch.builder(room);
    long points = 0;
    boolean wanted = true;
    while (wanted && rows.next()) {
      for (PointCells cell : cells) {
        cell.add(rows, batch);
      }
      if (batch.size() > room - cells.size()) {
        points += batch.size();
        wanted = sink.accept(batch.build());
      }
    }
    if (wanted && batch.size() > 0) {
      points += batch.size();
      wanted = sink.accept(batch.build());
    }
    return rows.report(points, !wanted);
  }
}
