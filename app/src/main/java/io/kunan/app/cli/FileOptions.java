package io.kunan.app.cli;

import io.kunan.engine.files.FileFormat;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How the files given to a command are written; what is not told is found out from the first rows.
 * The command itself says which column holds the time.
 */
public final class FileOptions {
  @Option(
      names = "--time-format",
      paramLabel = "P",
      description =
          "iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern such as 'dd/MM/yyyy H:mm';"
              + " found out from the first rows when not given.")
  private @Nullable String timeFormat;

  @Mixin private ZoneOption zone = new ZoneOption();

  @Option(
      names = "--separator",
      paramLabel = "C",
      description =
          "One character, or comma, semicolon, tab, pipe, whitespace; found out when not given.")
  private @Nullable String separator;

  @Option(
      names = "--decimal",
      paramLabel = "C",
      description = "Decimal sign, '.' or ','; found out when not given.")
  private @Nullable Character decimal;

  @Option(
      names = "--header",
      negatable = true,
      description =
          "The first line names the columns, or not (then c1, c2, …); found out when not given.")
  private @Nullable Boolean header;

  @Option(
      names = "--skip-lines",
      paramLabel = "N",
      description = "Lines before the header that are no data.")
  private int skipLines;

  /** The form of a file whose times stand in a column, or that has none. */
  public FileFormat format(@Nullable String time) {
    return FileFormat.DETECT
        .withSeparator(separator == null ? null : FileFormat.separatorNamed(separator))
        .withDecimal(decimal)
        .withHeader(header)
        .withSkipLines(skipLines)
        .withZone(zone.zone())
        .withTime(time, time == null ? null : timeFormat);
  }

  /** The zone of times without offset. */
  public ZoneId zone() {
    return zone.zone();
  }
}
