package io.kunan.engine.files.internal;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds out from the first cells how numbers are written and whether the first line has names. */
final class CellGuess {
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+([eE][-+]?\\d+)?");
  private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.\\d+([eE][-+]?\\d+)?");
  private static final int ROWS = 200;

  private CellGuess() {}

  static char decimalSign(List<List<String>> records, char separator) {
    return separator != ',' && count(records, COMMA) > count(records, POINT) ? ',' : '.';
  }

  /**
   * Names are neither numbers nor times. Among them some may be (hours 1 to 24 beside Year and
   * Month): then two different words must stand above numbers.
   */
  static boolean isHeader(List<List<String>> records, char decimal) {
    List<String> first = records.getFirst();
    List<String> filled = first.stream().filter(cell -> !cell.isEmpty()).toList();
    if (filled.isEmpty() || filled.stream().allMatch(cell -> isWord(cell, decimal))) {
      return !filled.isEmpty();
    }
    return IntStream.range(0, first.size())
            .filter(i -> isWord(first.get(i), decimal) && holdsNumbers(records, i, decimal))
            .mapToObj(first::get)
            .distinct()
            .count()
        >= 2;
  }

  private static boolean isWord(String cell, char decimal) {
    return !Missing.isMissing(cell)
        && Double.isNaN(Numbers.read(cell, decimal))
        && !TimeGuess.isTime(cell);
  }

  private static boolean holdsNumbers(List<List<String>> records, int column, char decimal) {
    return records.size() > 1
        && records.stream()
            .skip(1)
            .limit(ROWS)
            .filter(row -> row.size() > column && !row.get(column).isEmpty())
            .noneMatch(row -> Double.isNaN(Numbers.read(row.get(column), decimal)));
  }

  private static long count(List<List<String>> records, Pattern pattern) {
    return records.stream()
        .limit(ROWS)
        .flatMap(List::stream)
        .filter(cell -> pattern.matcher(cell).matches())
        .count();
  }
}
