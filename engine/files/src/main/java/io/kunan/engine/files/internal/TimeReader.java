package io.kunan.engine.files.internal;

/** Reads times written in one way. */
sealed interface TimeReader permits IsoTime, PatternTime, FormatterTime, EpochTime {
  /** Reads a time from part of an array; false when it is not written this way. */
  boolean read(char[] chars, int from, int to, WallTime out);

  default boolean read(String text, WallTime out) {
    char[] chars = text.toCharArray();
    return read(chars, 0, chars.length, out);
  }
}
