package io.kunan.engine.files.internal;

import io.kunan.kernel.InputException;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** The lines of a text, one in hand at a time, in bounded memory. */
final class Lines {
  /** A longer line is no table; some 16 million characters. */
  private static final int LONGEST = 1 << 24;

  private final Reader reader;
  private char[] chars = new char[1 << 16];
  private int filled;
  private int start;
  private int end;
  private int next;
  private long number;

  Lines(Reader reader) {
    this.reader = reader;
  }

  /** Goes to the next line; false at the end of the text. */
  boolean next() throws IOException {
    start = next;
    int i = start;
    while (true) {
      while (i < filled && chars[i] != '\n' && chars[i] != '\r') {
        i++;
      }
      if (i < filled && (chars[i] == '\n' || i + 1 < filled)) {
        end = i;
        next = chars[i] == '\r' && chars[i + 1] == '\n' ? i + 2 : i + 1;
        number++;
        return true;
      }
      int shift = start;
      if (!fill()) {
        return last();
      }
      i -= shift;
    }
  }

  /** The line in hand lies here, from {@link #start} to {@link #end}, without its end mark. */
  char[] chars() {
    return chars;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The number of the line in hand, first line 1. */
  long number() {
    return number;
  }

  private boolean last() {
    if (start == filled) {
      next = start;
      return false;
    }
    end = chars[filled - 1] == '\r' ? filled - 1 : filled;
    next = filled;
    number++;
    return true;
  }

  /** Moves the unfinished line to the front and reads on behind it; false when there is no more. */
  private boolean fill() throws IOException {
    System.arraycopy(chars, start, chars, 0, filled - start);
    filled -= start;
    start = 0;
    if (filled == chars.length) {
      if (filled >= LONGEST) {
        throw new InputException(
            "line " + (number + 1),
            "it is longer than %,d characters".formatted(LONGEST),
            "a table has one row a line: check that this is a text file with line ends");
      }
      chars = Arrays.copyOf(chars, chars.length * 2);
    }
    int count = reader.read(chars, filled, chars.length - filled);
    if (count <= 0) {
      return false;
    }
    filled += count;
    return true;
  }
}
