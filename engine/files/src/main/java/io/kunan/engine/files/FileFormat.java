package io.kunan.engine.files;

import io.kunan.kernel.InputException;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written. What is null is found out from the file's first rows; {@link FilePreview}
 * tells what was found. Parquet files bring their own form: of this record they use only the time
 * column, its format, the zone and the word columns.
 *
 * @param separator between two cells; {@link #WHITE_SPACE} for any run of blanks and tabs
 * @param header whether the first line names the columns; without names they are c1, c2, …
 * @param decimal the decimal sign, {@code '.'} or {@code ','}
 * @param charset how characters are coded; UTF-8 or GB18030 when found out
 * @param skipLines lines before the header or the first row that are no data
 * @param time name of the column that holds the time of a row; null when rows have none
 * @param timeFormat {@code iso}, {@code epoch-s}, {@code epoch-ms}, {@code epoch-us}, {@code
 *     epoch-ns}, or a pattern such as {@code dd/MM/yyyy H:mm} in the letters of {@link
 *     java.time.format.DateTimeFormatter}
 * @param zone the zone of times that carry no offset
 * @param words columns whose cells are words even where they look like numbers, such as a batch
 *     number
 */
public record FileFormat(
    @Nullable Character separator,
    @Nullable Boolean header,
    @Nullable Character decimal,
    @Nullable Charset charset,
    int skipLines,
    @Nullable String time,
    @Nullable String timeFormat,
    ZoneId zone,
    Set<String> words) {
  /** The separator of columns set apart by any run of blanks and tabs. */
  public static final char WHITE_SPACE = ' ';

  /** Everything is found out, rows have no time, times without offset would be UTC. */
  public static final FileFormat DETECT =
      new FileFormat(null, null, null, null, 0, null, null, ZoneId.of("UTC"), Set.of());

  public FileFormat {
    words = Set.copyOf(words);
    if (skipLines < 0) {
      throw new IllegalArgumentException("lines to skip are 0 or more, not " + skipLines);
    }
    if (decimal != null && decimal != '.' && decimal != ',') {
      throw new InputException("decimal sign", "“%s” is none".formatted(decimal), "use “.” or “,”");
    }
    if (decimal != null && decimal.equals(separator)) {
      throw new InputException(
          "decimal sign",
          "“%s” is also the separator".formatted(decimal),
          "name another separator or decimal sign");
    }
  }

  public FileFormat withSeparator(@Nullable Character newSeparator) {
    return new FileFormat(
        newSeparator, header, decimal, charset, skipLines, time, timeFormat, zone, words);
  }

  public FileFormat withHeader(@Nullable Boolean newHeader) {
    return new FileFormat(
        separator, newHeader, decimal, charset, skipLines, time, timeFormat, zone, words);
  }

  public FileFormat withDecimal(@Nullable Character newDecimal) {
    return new FileFormat(
        separator, header, newDecimal, charset, skipLines, time, timeFormat, zone, words);
  }

  public FileFormat withCharset(@Nullable Charset newCharset) {
    return new FileFormat(
        separator, header, decimal, newCharset, skipLines, time, timeFormat, zone, words);
  }

  public FileFormat withSkipLines(int newSkipLines) {
    return new FileFormat(
        separator, header, decimal, charset, newSkipLines, time, timeFormat, zone, words);
  }

  /** The column with the time of each row and how it is written, null to find out. */
  public FileFormat withTime(@Nullable String column, @Nullable String format) {
    return new FileFormat(
        separator, header, decimal, charset, skipLines, column, format, zone, words);
  }

  public FileFormat withZone(ZoneId newZone) {
    return new FileFormat(
        separator, header, decimal, charset, skipLines, time, timeFormat, newZone, words);
  }

  public FileFormat withWords(Set<String> newWords) {
    return new FileFormat(
        separator, header, decimal, charset, skipLines, time, timeFormat, zone, newWords);
  }

  /**
   * The separator a person names: one character, or {@code comma}, {@code semicolon}, {@code tab},
   * {@code pipe}, {@code whitespace}.
   */
  public static char separatorNamed(String name) {
    return switch (name) {
      case "comma" -> ',';
      case "semicolon" -> ';';
      case "tab", "\\t" -> '\t';
      case "pipe" -> '|';
      case "whitespace", "space" -> WHITE_SPACE;
      default -> {
        if (name.length() != 1
            || name.charAt(0) == '"'
            || Character.isLetterOrDigit(name.charAt(0))) {
          throw new InputException(
              "separator",
              "“%s” is none".formatted(name),
              "give one character such as , or ; or one of comma, semicolon, tab, pipe, whitespace");
        }
        yield name.charAt(0);
      }
    };
  }

  /** The zone a person names, such as {@code Asia/Shanghai}, {@code UTC} or {@code +08:00}. */
  public static ZoneId zoneNamed(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new InputException(
          "zone",
          "“%s” is not known".formatted(name),
          "use a name such as Asia/Shanghai or UTC, or an offset such as +08:00",
          e);
    }
  }
}
