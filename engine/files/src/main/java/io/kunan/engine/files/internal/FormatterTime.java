package io.kunan.engine.files.internal;

import io.kunan.kernel.Micros;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Any pattern of {@link DateTimeFormatter}: month names, AM and PM, offsets, optional parts. */
final class FormatterTime implements TimeReader {
  private final DateTimeFormatter formatter;

  /**
   * Strict, because the usual way would read 30 February as 28 February.
   *
   * @throws IllegalArgumentException when the pattern is none
   */
  FormatterTime(String pattern) {
    formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern.contains("G") ? pattern : yearWithoutEra(pattern))
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
  }

  @Override
  public boolean read(char[] chars, int from, int to, WallTime out) {
    try {
      TemporalAccessor parsed = formatter.parse(new String(chars, from, to - from));
      LocalDate date = parsed.query(TemporalQueries.localDate());
      LocalTime time = parsed.query(TemporalQueries.localTime());
      ZoneId zone = parsed.query(TemporalQueries.zone());
      if (date == null) {
        return false;
      }
      var local = date.atTime(time == null ? LocalTime.MIDNIGHT : time);
      long wall = Micros.of(local.toInstant(ZoneOffset.UTC));
      return zone == null
          ? out.setLocal(wall)
          : out.setOffset(wall, wall - Micros.of(local.atZone(zone).toInstant()));
    } catch (DateTimeException _) {
      return false;
    }
  }

  /** In a strict formatter y asks for an era, which no file has; u is the same year without. */
  private static String yearWithoutEra(String pattern) {
    StringBuilder out = new StringBuilder();
    boolean quoted = false;
    for (char c : pattern.toCharArray()) {
      quoted ^= c == '\'';
      out.append(c == 'y' && !quoted ? 'u' : c);
    }
    return out.toString();
  }
}
