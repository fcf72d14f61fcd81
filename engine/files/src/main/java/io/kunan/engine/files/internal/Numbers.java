package io.kunan.engine.files.internal;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/** Plain decimal numbers as instruments and spreadsheets write them. */
final class Numbers {
  private Numbers() {}

  /**
   * The number in part of an array, NaN when it is none. Digits, sign, one decimal sign and an
   * exponent are allowed; grouping is not, since 1,234 may mean two things. Changes a decimal comma
   * into a point in place.
   */
  static double read(char[] chars, int from, int to, char decimal) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = chars[i];
      if (c >= '0' && c <= '9') {
        digit = true;
      } else if (c == decimal) {
        chars[i] = '.';
      } else if (c != '-' && c != '+' && (c != 'e' && c != 'E' || !digit)) {
        return Double.NaN;
      }
    }
    if (!digit) {
      return Double.NaN;
    }
    try {
      double number = JavaDoubleParser.parseDouble(chars, from, to - from);
      return Double.isFinite(number) ? number : Double.NaN;
    } catch (NumberFormatException _) {
      return Double.NaN;
    }
  }

  static double read(String text, char decimal) {
    char[] chars = text.toCharArray();
    return read(chars, 0, chars.length, decimal);
  }
}
