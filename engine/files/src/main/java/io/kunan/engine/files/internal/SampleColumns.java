package io.kunan.engine.files.internal;

import io.kunan.engine.files.ColumnPreview;
import io.kunan.engine.files.ColumnPreview.Kind;
import io.kunan.engine.files.FileFormat;
import io.kunan.kernel.InputException;
import io.kunan.kernel.PlantUnits;
import io.kunan.kernel.Sentence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the first rows of a file say about its columns. */
record SampleColumns(
    FileFormat format,
    List<ColumnPreview> columns,
    List<List<String>> rows,
    @Sentence String timeTrouble) {
  /** A column is of numbers when at least this part of its cells are. */
  private static final double NUMBERS = 0.5;

  private static final Pattern UNIT = Pattern.compile(".*[\\[(（]([^\\])）]+)[\\])）]\\s*");

  /**
   * Looks at the first rows; those that have not as many cells as there are columns are left out.
   *
   * @throws InputException when there is no such time column, or its format is none
   */
  static SampleColumns of(
      Path file, List<String> names, List<List<String>> rows, FileFormat asked) {
    List<List<String>> whole = new ArrayList<>();
    for (List<String> row : rows) {
      boolean fits = row.stream().skip(names.size()).allMatch(String::isEmpty);
      if (row.size() >= names.size() && fits) {
        whole.add(List.copyOf(row.subList(0, names.size())));
      }
    }
    FileFormat format = asked;
    String trouble = "";
    String time = asked.time();
    int timeColumn = time == null ? -1 : indexOf(file, names, time);
    if (time != null && asked.timeFormat() == null) {
      TimeGuess guess = TimeGuess.of(cells(whole, timeColumn));
      format = asked.withTime(time, guess.format());
      trouble = guess.trouble();
    } else if (asked.timeFormat() != null) {
      TimeFormats.reader(asked.timeFormat());
    }
    List<ColumnPreview> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      columns.add(new ColumnPreview(name, kind(name, cells(whole, i), format), unit(name)));
    }
    return new SampleColumns(format, List.copyOf(columns), List.copyOf(whole), trouble);
  }

  /** The place of a column a person named. */
  static int indexOf(Path file, List<String> names, String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new InputException(
          file.toString(), "it has no column “%s”".formatted(name), "use one of " + names);
    }
    return index;
  }

  private static List<String> cells(List<List<String>> rows, int column) {
    return rows.stream()
        .map(row -> row.get(column))
        .filter(cell -> !Missing.isMissing(cell))
        .toList();
  }

  private static Kind kind(String name, List<String> cells, FileFormat format) {
    if (name.equals(format.time())) {
      return Kind.TIME;
    }
    if (format.words().contains(name)) {
      return Kind.WORDS;
    }
    if (cells.isEmpty()) {
      return Kind.EMPTY;
    }
    char decimal = Objects.requireNonNullElse(format.decimal(), '.');
    long numbers =
        cells.stream().filter(cell -> !Double.isNaN(Numbers.read(cell, decimal))).count();
    if (numbers >= NUMBERS * cells.size()) {
      return Kind.NUMBERS;
    }
    return format.time() == null && TimeGuess.isTime(cells.getFirst()) ? Kind.TIME : Kind.WORDS;
  }

  private static String unit(String name) {
    Matcher matcher = UNIT.matcher(name);
    if (!matcher.matches()) {
      return "";
    }
    String symbol = matcher.group(1).strip();
    return PlantUnits.find(symbol).isPresent() ? symbol : "";
  }
}
