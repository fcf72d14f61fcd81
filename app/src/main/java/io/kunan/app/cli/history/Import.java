package io.kunan.app.cli.history;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.ColumnPreview.Kind;
import io.kunan.engine.files.FileFormat;
import io.kunan.engine.files.FilePreview;
import io.kunan.engine.files.ImportReport;
import io.kunan.engine.files.PointColumn;
import io.kunan.engine.files.PointFile;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Tag;
import io.kunan.engine.history.TagCatalogue;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Progress;
import java.nio.file.Path;
import java.util.List;

/**
 * One file on its way into the history.
 *
 * @param file as it was named
 * @param preview its form, as asked for or found out
 */
record Import(Path file, FilePreview preview) {
  /** A file that was brought in, and the columns that were left out. */
  record Done(Path file, ImportReport report, List<String> skipped) {}

  /**
   * Looks at the file before anything is stored.
   *
   * @throws InputException when it cannot be imported as asked
   */
  static Import examine(Path file, FileFormat format) {
    FilePreview preview = FilePreview.of(file, format);
    if (!preview.timeTrouble().isEmpty()) {
      throw new InputException(
          "%s, column %s".formatted(file, format.time()),
          preview.timeTrouble(),
          "give --time-format, such as 'dd/MM/yyyy H:mm'");
    }
    return new Import(file, preview);
  }

  /** Streams the points into a store; a tag is made for each column that has none yet. */
  Done into(History history, String prefix, Progress progress) {
    List<PointColumn> columns =
        preview.columns().stream()
            .filter(Import::isMeasured)
            .map(column -> pointColumn(column, prefix, history.tags()))
            .toList();
    ImportReport report =
        new PointFile(file, preview.format(), columns)
            .read(
                batch -> {
                  history.append(batch);
                  return true;
                },
                progress);
    List<String> skipped =
        preview.columns().stream()
            .filter(column -> column.kind() == Kind.WORDS)
            .map(ColumnPreview::name)
            .toList();
    return new Done(file, report, skipped);
  }

  /** A column that is empty in the first rows may hold numbers further down. */
  private static boolean isMeasured(ColumnPreview column) {
    return column.kind() == Kind.NUMBERS || column.kind() == Kind.EMPTY;
  }

  /** Numbers are kept in the unit of the tag, which the first file that names it decides. */
  private static PointColumn pointColumn(
      ColumnPreview column, String prefix, TagCatalogue catalogue) {
    Tag tag = catalogue.obtain(prefix + column.name(), column.unit(), false);
    boolean known = !column.unit().isEmpty() && !tag.unit().isEmpty();
    return known
        ? PointColumn.numbers(column.name(), tag.id(), column.unit(), tag.unit())
        : PointColumn.numbers(column.name(), tag.id());
  }
}
