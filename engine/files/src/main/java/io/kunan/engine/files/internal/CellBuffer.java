package io.kunan.engine.files.internal;

import java.util.Arrays;

/** The characters of one row and where its cells start and end, trimmed of blanks at both ends. */
final class CellBuffer {
  private char[] chars = new char[1 << 12];
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private int length;
  private int cells;
  private long line;

  void begin(long startLine) {
    line = startLine;
    length = 0;
    cells = 0;
  }

  void add(char[] source, int offset, int count) {
    int from = offset;
    int to = offset + count;
    while (from < to && source[from] <= ' ') {
      from++;
    }
    while (to > from && source[to - 1] <= ' ') {
      to--;
    }
    int size = to - from;
    reserve(size);
    System.arraycopy(source, from, chars, length, size);
    starts[cells] = length;
    length += size;
    ends[cells++] = length;
  }

  char[] chars() {
    return chars;
  }

  int start(int cell) {
    return starts[cell];
  }

  int end(int cell) {
    return ends[cell];
  }

  int cells() {
    return cells;
  }

  long line() {
    return line;
  }

  boolean isEmpty(int cell) {
    return starts[cell] == ends[cell];
  }

  String text(int cell) {
    return new String(chars, starts[cell], ends[cell] - starts[cell]);
  }

  private void reserve(int size) {
    if (length + size > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + size));
    }
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, cells * 2);
      ends = Arrays.copyOf(ends, cells * 2);
    }
  }
}
