package io.kunan.app.cli.learn;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Where normal operation is learned from: files of their own, or the first rows of each file. */
final class DetectTraining {
  @Option(
      names = "--train",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of normal operation; one detector for all data files.")
  private List<Path> files = List.of();

  @Option(
      names = "--train-rows",
      required = true,
      paramLabel = "N",
      description = "Learn from the first N rows of each data file, score its other rows.")
  private int rows;

  /** Files of normal operation; none when each file is learned from itself. */
  List<Path> files() {
    return files;
  }

  boolean isPerFile() {
    return files.isEmpty();
  }

  /** How many rows at the beginning of a data file are learned from and not scored. */
  int learnedRows() {
    return isPerFile() ? rows : 0;
  }

  /** The rows of a data file that are learned from. */
  Table learned(Path path, Table table) {
    if (table.rows() <= rows) {
      throw new InputException(
          path.toString(),
          "%d rows, of which %d are to learn from".formatted(table.rows(), rows),
          "give a longer file or a smaller --train-rows");
    }
    return DetectTables.first(table, rows);
  }
}
