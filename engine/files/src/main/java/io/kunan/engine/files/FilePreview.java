package io.kunan.engine.files;

import io.kunan.engine.files.internal.DataFile;
import io.kunan.kernel.Sentence;
import java.nio.file.Path;
import java.util.List;

/**
 * The start of a file, for a person to check before it is read.
 *
 * @param format the form of the file: what was asked for, the rest as found out
 * @param columns in the order of the file
 * @param rows the first {@link #ROWS} rows as text, one cell for each column; rows of another
 *     length are left out
 * @param timeTrouble why the time column cannot be read as it is, empty when it can; a time format
 *     is then to be given
 */
public record FilePreview(
    FileFormat format,
    List<ColumnPreview> columns,
    List<List<String>> rows,
    @Sentence String timeTrouble) {
  /** How many rows are shown. */
  public static final int ROWS = 50;

  public FilePreview {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * Looks at the first rows of a file.
   *
   * @throws io.kunan.kernel.InputException when there is no such file, nothing in it, or no such
   *     time column
   */
  public static FilePreview of(Path path, FileFormat format) {
    DataFile file = DataFile.examine(path, format);
    List<List<String>> sample = file.sample();
    return new FilePreview(
        file.format(),
        file.columns(),
        sample.subList(0, Math.min(ROWS, sample.size())),
        file.timeTrouble());
  }
}
