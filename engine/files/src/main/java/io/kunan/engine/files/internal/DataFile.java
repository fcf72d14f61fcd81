package io.kunan.engine.files.internal;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Sentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file whose form is known: what was asked for, the rest found out from its first rows. */
public sealed interface DataFile permits TextFile, ParquetFile {
  /**
   * Looks at the first rows.
   *
   * @throws InputException when there is no such file or nothing in it
   */
  static DataFile examine(Path path, FileFormat asked) {
    try {
      return ParquetFile.isParquet(path)
          ? ParquetFile.examine(path, asked)
          : TextFile.examine(path, asked);
    } catch (IOException e) {
      throw new InputException(
          path.toString(), "it cannot be read: " + e.getMessage(), "check the file", e);
    }
  }

  Path path();

  /** The form, found out as far as it could be. */
  FileFormat format();

  /** Columns in the order of the file. */
  List<ColumnPreview> columns();

  /** The first rows as text, each as long as there are columns. */
  List<List<String>> sample();

  /** What could not be decided about the time column, empty when all is clear. */
  @Sentence
  String timeTrouble();

  /** Starts reading from the first row. */
  Rows open(Findings findings) throws IOException;
}
