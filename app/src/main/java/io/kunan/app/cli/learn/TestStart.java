package io.kunan.app.cli.learn;

import io.kunan.app.cli.history.Times;
import io.kunan.engine.learn.Backtest;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Table;
import java.time.Instant;
import java.time.ZoneId;

/** Where a test begins, as a person writes it: a fraction of the rows or a time. */
sealed interface TestStart {
  String OPTION = "--test-from";

  /** The first test row of a table. */
  int row(Table table);

  /** The rows after this share. */
  record Fraction(double share) implements TestStart {
    @Override
    public int row(Table table) {
      return Backtest.rowAt(table, share);
    }
  }

  /** The rows from this instant on, which may be the first of two the zone's clock shows alike. */
  record Time(Instant instant, boolean ambiguous) implements TestStart {
    @Override
    public int row(Table table) {
      int row = Backtest.rowAt(table, instant);
      if (row == 0 || row == table.rows()) {
        throw new InputException(
            OPTION,
            "%s leaves no rows %s".formatted(instant, row == 0 ? "to learn from" : "to test"),
            "give a time between %s and %s, the first and last of the rows"
                .formatted(
                    Micros.toInstant(table.times()[0]),
                    Micros.toInstant(table.times()[table.rows() - 1])));
      }
      return row;
    }
  }

  /**
   * Reads a fraction or ISO 8601; a time without offset is in the zone, one that happens twice is
   * the first.
   *
   * @throws InputException when it is neither, or a time the zone's clock leaves out
   */
  static TestStart read(String text, ZoneId zone) {
    String stripped = text.strip();
    if (stripped.matches("[+-]?[0-9]*[.]?[0-9]+")) {
      return fraction(Double.parseDouble(stripped));
    }
    if (!stripped.matches("[0-9]{4}-.*")) {
      throw new InputException(
          OPTION,
          "“%s” is neither a fraction nor a time".formatted(text),
          "write 0.8, 2018-10-01 or 2018-10-01T06:00");
    }
    Times.Given given = Times.read(OPTION, stripped, zone);
    return new Time(given.instant(), given.ambiguous());
  }

  private static Fraction fraction(double share) {
    if (!(share > 0 && share < 1)) {
      throw new InputException(
          OPTION,
          "the fraction %s leaves nothing to learn from or nothing to test".formatted(share),
          "give one between 0 and 1: 0.8 tests on the last fifth of the rows");
    }
    return new Fraction(share);
  }
}
