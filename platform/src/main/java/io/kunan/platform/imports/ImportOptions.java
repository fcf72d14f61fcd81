package io.kunan.platform.imports;

import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.InputException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a person says about how a file is written. What is null is found out.
 *
 * @param separator one character, or comma, semicolon, tab, pipe, whitespace
 * @param timeColumn the column with the time of each row
 * @param timeFormat see {@link FileFormat#timeFormat}
 * @param zone of times without offset; null for that of the plant
 * @param decimalComma whether numbers are written 1,5
 * @param encoding name of the character set
 * @param header whether the first line names the columns
 * @param skipLines lines before the header that are no data
 */
public record ImportOptions(
    @Nullable String separator,
    @Nullable String timeColumn,
    @Nullable String timeFormat,
    @Nullable String zone,
    @Nullable Boolean decimalComma,
    @Nullable String encoding,
    @Nullable Boolean header,
    @Nullable Integer skipLines) {
  /** Everything is found out. */
  public static final ImportOptions DETECT =
      new ImportOptions(null, null, null, null, null, null, null, null);

  /**
   * The same in the words of the reader, without the time column.
   *
   * @param usual the zone when none is named
   * @throws InputException for a separator, zone or character set that is none
   */
  public FileFormat format(ZoneId usual) {
    return FileFormat.DETECT
        .withSeparator(separator == null ? null : FileFormat.separatorNamed(separator))
        .withDecimal(decimalComma == null ? null : decimalComma ? ',' : '.')
        .withCharset(encoding == null ? null : charset(encoding))
        .withHeader(header)
        .withSkipLines(skipLines == null ? 0 : Math.max(0, skipLines))
        .withZone(zone == null ? usual : FileFormat.zoneNamed(zone));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new InputException(
          "encoding", "“%s” is not known".formatted(name), "use UTF-8, GB18030 or another name", e);
    }
  }
}
