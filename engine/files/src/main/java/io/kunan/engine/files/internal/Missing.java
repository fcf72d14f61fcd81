package io.kunan.engine.files.internal;

import java.util.Set;

/** The words by which programs say that there is no value. */
final class Missing {
  private static final Set<String> WORDS = Set.of("NaN", "nan", "NA", "N/A", "null", "NULL");

  private Missing() {}

  static boolean isWord(char[] chars, int from, int to) {
    char first = chars[from];
    return (first == 'N' || first == 'n') && WORDS.contains(new String(chars, from, to - from));
  }

  static boolean isMissing(String cell) {
    return cell.isEmpty() || WORDS.contains(cell);
  }
}
