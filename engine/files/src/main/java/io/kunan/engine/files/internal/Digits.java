package io.kunan.engine.files.internal;

/** Walks over the characters of a written time. */
final class Digits {
  private char[] chars = new char[0];
  private int at;
  private int end;

  void start(char[] source, int from, int to) {
    chars = source;
    at = from;
    end = to;
  }

  boolean atEnd() {
    return at >= end;
  }

  /** The next character, 0 at the end. */
  char peek() {
    return at < end ? chars[at] : 0;
  }

  void skip() {
    at++;
  }

  boolean take(char c) {
    if (peek() != c) {
      return false;
    }
    at++;
    return true;
  }

  boolean takeBlanks() {
    int before = at;
    while (at < end && chars[at] == ' ') {
      at++;
    }
    return at > before;
  }

  /** A number of {@code min} to {@code max} digits, at most 9; -1 when there is none. */
  int number(int min, int max) {
    int value = 0;
    int start = at;
    while (at < end && at - start < max && chars[at] >= '0' && chars[at] <= '9') {
      value = value * 10 + chars[at++] - '0';
    }
    return at - start >= min ? value : -1;
  }

  /**
   * The digits after a decimal sign as microseconds, finer ones cut off; -1 when there are none.
   */
  int fraction() {
    int value = 0;
    int count = 0;
    while (at < end && chars[at] >= '0' && chars[at] <= '9') {
      if (count < 6) {
        value = value * 10 + chars[at] - '0';
      }
      count++;
      at++;
    }
    if (count == 0) {
      return -1;
    }
    for (int i = count; i < 6; i++) {
      value *= 10;
    }
    return value;
  }
}
