package io.kunan.app.cli.learn;

import io.kunan.kernel.Table;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows are known to be abnormal: those a column marks, or those from a row on. */
final class DetectTruth {
  @Option(
      names = "--label",
      paramLabel = "COLUMN",
      required = true,
      description = "Column that is 0 on normal rows and 1 on abnormal ones.")
  private @Nullable String label;

  @Option(
      names = "--fault-from",
      paramLabel = "ROW",
      required = true,
      description = "Rows from this one on are abnormal; the first row is 1.")
  private int faultFrom;

  /** The column of labels, which is not watched; null without. */
  @Nullable String label() {
    return label;
  }

  /** What is wrong with what was given; null when nothing is. */
  @Nullable String trouble() {
    return label == null && faultFrom < 1 ? "--fault-from is 1 or more" : null;
  }

  /** For each row 0 when it is normal, else another number; NaN when that is not known. */
  double[] of(Path path, Table table) {
    return label == null
        ? DetectTables.labels(table.rows(), faultFrom)
        : DetectTables.labels(path.toString(), table, label);
  }
}
