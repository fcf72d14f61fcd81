package io.kunan.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table for a terminal: numbers right-aligned, columns two spaces apart, wide (Chinese)
 * characters counted as two.
 */
public final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final String title;

  /** A table with a title (empty for none) and a head. */
  public TextTable(String title, String... head) {
    this.title = title;
    rows.add(List.of(head));
  }

  /** Adds a row; cells are shown by {@code toString}, doubles to four significant digits. */
  public TextTable row(Object... cells) {
    rows.add(Arrays.stream(cells).map(TextTable::text).toList());
    return this;
  }

  /** The lines of the table, without line ends. */
  public List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(
                c ->
                    rows.stream()
                        .filter(r -> c < r.size())
                        .mapToInt(r -> width(r.get(c)))
                        .max()
                        .orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    if (!title.isEmpty()) {
      lines.add(title);
    }
    for (List<String> row : rows) {
      lines.add(line(row, widths));
    }
    return lines;
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < row.size(); c++) {
      String cell = row.get(c);
      String gap = " ".repeat(widths[c] - width(cell));
      line.append(c == 0 ? "" : "  ");
      line.append(isNumeric(c) ? gap + cell : cell + gap);
    }
    return line.toString().stripTrailing();
  }

  private boolean isNumeric(int column) {
    return rows.stream()
        .skip(1)
        .filter(row -> column < row.size() && !row.get(column).isEmpty())
        .allMatch(row -> row.get(column).matches("[−+-]?[0-9][0-9  .,eE%+-]*|–"));
  }

  private static String text(Object cell) {
    if (cell instanceof Double number) {
      return number.isNaN() ? "–" : significant(number);
    }
    return String.valueOf(cell);
  }

  private static String significant(double number) {
    double size = Math.abs(number);
    if (size >= 1000 || size == 0) {
      return "%.0f".formatted(number);
    }
    int decimals = size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
    return ("%." + decimals + "f").formatted(number);
  }

  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 && isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int codePoint) {
    return codePoint <= 0x115F
        || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE4F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60);
  }
}
