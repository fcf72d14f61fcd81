package io.kunan.platform.imports;

import io.kunan.kernel.Sentence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The start of a file and how it seems to be written.
 *
 * @param separator null in Parquet files, which have none
 * @param encoding null in Parquet files
 * @param timeColumn null when no column holds times
 * @param timeFormat null when it cannot be told
 * @param zone of times without offset
 * @param timeTrouble why the times cannot be read yet, empty when they can
 * @param rows the first rows as text
 */
public record ImportPreview(
    @Nullable String separator,
    @Nullable String encoding,
    boolean decimalComma,
    boolean header,
    int skipLines,
    @Nullable String timeColumn,
    @Nullable String timeFormat,
    String zone,
    @Sentence String timeTrouble,
    List<PreviewColumn> columns,
    List<List<String>> rows) {
  public ImportPreview {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** What the cells of a column are. */
  public enum ColumnKind {
    TIME,
    NUMBER,
    TEXT,
    /** The first rows hold nothing there. */
    EMPTY
  }

  /**
   * A column of the file.
   *
   * @param unit as its name says, empty when it says none
   * @param sample some different cells
   */
  @Schema(name = "ImportPreviewColumn")
  public record PreviewColumn(String name, ColumnKind kind, String unit, List<String> sample) {
    public PreviewColumn {
      sample = List.copyOf(sample);
    }
  }

  /** The column of a name, or null. */
  public @Nullable PreviewColumn column(String name) {
    return columns.stream().filter(column -> column.name().equals(name)).findFirst().orElse(null);
  }
}
