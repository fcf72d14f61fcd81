package io.kunan.engine.files.internal;

import io.kunan.kernel.InputException;

/** The ways of writing a time by name. */
final class TimeFormats {
  private TimeFormats() {}

  /** A reader of a named way or a pattern. */
  static TimeReader reader(String format) {
    return switch (format) {
      case "iso" -> new IsoTime();
      case "epoch-s" -> EpochTime.seconds();
      case "epoch-ms" -> EpochTime.millis();
      case "epoch-us" -> EpochTime.micros();
      case "epoch-ns" -> EpochTime.nanos();
      default -> pattern(format);
    };
  }

  private static TimeReader pattern(String format) {
    TimeReader quick = PatternTime.compile(format);
    if (quick != null) {
      return quick;
    }
    try {
      return new FormatterTime(format);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "time format",
          "“%s” is no pattern: %s".formatted(format, e.getMessage()),
          "use iso, epoch-s, epoch-ms, epoch-us, epoch-ns or a pattern such as dd/MM/yyyy HH:mm:ss",
          e);
    }
  }
}
