package io.kunan.engine.optimise.internal.sheets;

import io.kunan.engine.optimise.plant.PlantProblem;
import io.kunan.kernel.Sentence;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One line of a table. A cell that cannot be read is told and answered empty; the line is then not
 * to be used.
 *
 * @param line first line 1
 */
record SheetRow(SheetRows table, long line, List<String> cells) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("[yyyy-M-d][yyyy/M/d][yyyy.M.d][ ]['T']H:mm[:ss]");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("[yyyy-M-d][yyyy/M/d][yyyy.M.d]");

  /** The text of a cell, empty when there is none. */
  String text(Field field) {
    int place = table.place(field);
    return place < 0 || place >= cells.size() ? "" : cells.get(place).strip();
  }

  /** A cell that must not be empty. */
  Optional<String> needed(Field field) {
    String text = text(field);
    if (text.isEmpty()) {
      table.say(this, field, "", "not empty", "fill it in");
      return Optional.empty();
    }
    return Optional.of(text);
  }

  /** A whole number from a least one on; the given one where the cell is empty. */
  OptionalInt whole(Field field, int least, int otherwise) {
    String text = text(field);
    if (text.isEmpty()) {
      return OptionalInt.of(otherwise);
    }
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (number == Math.rint(number) && number >= least && number <= PlantProblem.LAST_MINUTE) {
        return OptionalInt.of((int) number);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    table.say(this, field, text, "a whole number from %d on".formatted(least), "write one");
    return OptionalInt.empty();
  }

  /** A number from 0 on; the given one where the cell is empty. */
  OptionalDouble number(Field field, double otherwise) {
    String text = text(field);
    if (text.isEmpty()) {
      return OptionalDouble.of(otherwise);
    }
    try {
      double number = Double.parseDouble(text.replace(',', '.'));
      if (number >= 0 && number <= 1e9) {
        return OptionalDouble.of(number);
      }
    } catch (NumberFormatException e) {
      // told below
    }
    table.say(this, field, text, "a number from 0 on", "write it without unit");
    return OptionalDouble.empty();
  }

  /**
   * A time by the plant's clock.
   *
   * @param isEnd whether a day alone means its end
   */
  Optional<LocalDateTime> time(Field field, boolean isEnd) {
    String text = text(field);
    try {
      return Optional.of(LocalDateTime.parse(text, TIME));
    } catch (DateTimeException e) {
      // a day perhaps
    }
    try {
      LocalDate day = LocalDate.parse(text, DAY);
      return Optional.of(isEnd ? day.plusDays(1).atStartOfDay() : day.atStartOfDay());
    } catch (DateTimeException e) {
      table.say(this, field, text, "a time such as 2026-12-01 14:30, or a day", "write it so");
      return Optional.empty();
    }
  }

  /** Tells of a cell that is no fault of its form. */
  void say(Field field, @Sentence String allowed, @Sentence String remedy) {
    table.say(this, field, text(field), allowed, remedy);
  }
}
