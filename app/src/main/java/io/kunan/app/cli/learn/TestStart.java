package io.kunan.app.cli.learn;

import io.kunan.engine.learn.Backtest;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Table;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Where a test begins, as a person writes it: a fraction of the rows or a time. */
sealed interface TestStart {
  /** The first test row of a table. */
  int row(Table table);

  /** The rows after this share. */
  record Fraction(double share) implements TestStart {
    @Override
    public int row(Table table) {
      return Backtest.rowAt(table, share);
    }
  }

  /** The rows from this instant on. */
  record Time(Instant instant) implements TestStart {
    @Override
    public int row(Table table) {
      return Backtest.rowAt(table, instant);
    }
  }

  /**
   * Reads a fraction or ISO 8601; a time without offset is in the zone, one that happens twice is
   * the first.
   */
  static TestStart read(String text, ZoneId zone) {
    String stripped = text.strip();
    if (stripped.matches("[0-9]*[.][0-9]+")) {
      return new Fraction(Double.parseDouble(stripped));
    }
    try {
      return new Time(instant(stripped, zone));
    } catch (DateTimeException e) {
      throw new InputException(
          "--test-from",
          "“%s” is neither a fraction nor a time".formatted(text),
          "write 0.8, 2018-10-01 or 2018-10-01T06:00",
          e);
    }
  }

  private static Instant instant(String text, ZoneId zone) {
    if (!text.contains(":")) {
      return LocalDate.parse(text).atStartOfDay(zone).toInstant();
    }
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text.replaceFirst(" +", "T"), OffsetDateTime::from, LocalDateTime::from);
    return parsed instanceof OffsetDateTime fixed
        ? fixed.toInstant()
        : LocalDateTime.from(parsed).atZone(zone).toInstant();
  }
}
