package io.kunan.platform.imports;

import io.kunan.kernel.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read: its form, and what becomes of each column. See {@link ImportOptions}.
 */
public record ImportMapping(
    @Nullable String separator,
    @Nullable String timeColumn,
    @Nullable String timeFormat,
    @Nullable String zone,
    @Nullable Boolean decimalComma,
    @Nullable String encoding,
    @Nullable Boolean header,
    @Nullable Integer skipLines,
    @NotNull @Valid List<ColumnMapping> columns) {

  /**
   * What becomes of a column. One that is not named is left out.
   *
   * @param tagId the tag it belongs to
   * @param newTag the tag to be made for it
   * @param skip leaves it out
   * @param unit of the numbers in the file; null for that of the tag
   */
  @Schema(name = "ImportColumn")
  public record ColumnMapping(
      @NotBlank String column,
      @Nullable @Positive Integer tagId,
      @Nullable @Valid NewTag newTag,
      @Nullable Boolean skip,
      @Nullable String unit) {
    /** To an existing tag. */
    public static ColumnMapping to(String column, int tagId, @Nullable String unit) {
      return new ColumnMapping(column, tagId, null, null, unit);
    }

    public boolean takesPart() {
      return !Boolean.TRUE.equals(skip) && (tagId != null || newTag != null);
    }
  }

  /** A tag to be made. */
  @Schema(name = "ImportNewTag")
  public record NewTag(
      @NotBlank String name,
      @NotNull @Positive Integer assetId,
      @NotNull String unit,
      @Nullable Text label) {}

  /** The form of the file. */
  public ImportOptions options() {
    return new ImportOptions(
        separator, timeColumn, timeFormat, zone, decimalComma, encoding, header, skipLines);
  }

  /** A mapping of a file of some form. */
  public static ImportMapping of(ImportOptions options, List<ColumnMapping> columns) {
    return new ImportMapping(
        options.separator(),
        options.timeColumn(),
        options.timeFormat(),
        options.zone(),
        options.decimalComma(),
        options.encoding(),
        options.header(),
        options.skipLines(),
        columns);
  }
}
