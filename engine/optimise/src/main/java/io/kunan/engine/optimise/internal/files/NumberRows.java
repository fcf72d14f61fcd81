package io.kunan.engine.optimise.internal.files;

import io.kunan.kernel.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a text of whole numbers row by row; empty rows and rows that begin with # are skipped. */
final class NumberRows {
  private final String name;
  private final byte[] bytes;
  private int at;
  private int line;
  private int[] numbers = new int[64];
  private int size;

  NumberRows(SourceText source) {
    name = source.name();
    bytes = source.bytes();
  }

  /** Where the row just read stands, for messages. */
  String where() {
    return "%s, line %d".formatted(name, line);
  }

  /** The next row as words, without looking for numbers; empty at the end. */
  String nextWords() {
    while (at < bytes.length) {
      int from = at;
      line++;
      while (at < bytes.length && bytes[at] != '\n') {
        at++;
      }
      String row = new String(bytes, from, at - from, StandardCharsets.UTF_8).strip();
      at++;
      if (!row.isEmpty() && !row.startsWith("#")) {
        return row;
      }
    }
    return "";
  }

  /** Whether the next row that is not empty begins with a digit or a minus. */
  boolean isNumberNext() {
    int i = at;
    while (i < bytes.length && bytes[i] <= ' ') {
      i++;
    }
    return i < bytes.length && (bytes[i] == '-' || (bytes[i] >= '0' && bytes[i] <= '9'));
  }

  /**
   * Reads the next row of numbers.
   *
   * @param what it should hold, for the message when the file ends
   */
  int[] next(String what) {
    size = 0;
    while (size == 0) {
      if (at >= bytes.length) {
        throw new InputException(
            name, "it ends after line %d, before %s".formatted(line, what), "give the whole file");
      }
      readRow();
    }
    return Arrays.copyOf(numbers, size);
  }

  /** Whether only blank rows are left. */
  boolean isAtEnd() {
    int i = at;
    while (i < bytes.length && bytes[i] <= ' ') {
      i++;
    }
    return i >= bytes.length;
  }

  private void readRow() {
    line++;
    while (at < bytes.length && bytes[at] != '\n') {
      if (bytes[at] == '#' && size == 0) {
        skipRow();
        return;
      }
      if (bytes[at] <= ' ' && bytes[at] >= 0) {
        at++;
      } else {
        number();
      }
    }
    at++;
  }

  private void skipRow() {
    while (at < bytes.length && bytes[at] != '\n') {
      at++;
    }
    at++;
  }

  private void number() {
    int from = at;
    while (at < bytes.length && (bytes[at] > ' ' || bytes[at] < 0)) {
      at++;
    }
    String word = new String(bytes, from, at - from, StandardCharsets.UTF_8);
    try {
      numbers = size < numbers.length ? numbers : Arrays.copyOf(numbers, 2 * size);
      numbers[size++] = Integer.parseInt(word);
    } catch (NumberFormatException e) {
      throw new InputException(
          where(), "“%s” is no whole number".formatted(word), "give whole numbers", e);
    }
  }
}
