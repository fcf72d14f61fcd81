package io.kunan.engine.stream.internal;

import io.kunan.kernel.InputException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as jobs write them: {@code 500ms 30s 10m 8h 1d} or ISO 8601. */
public final class Lengths {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Duration LONGEST = Duration.ofDays(3_660);

  private Lengths() {}

  /**
   * Reads a length.
   *
   * @param where names the field in an error
   * @throws InputException when it is none, is negative or longer than ten years
   */
  public static Duration read(String where, String text) {
    Matcher matcher = SHORT.matcher(text);
    try {
      Duration length = matcher.matches() ? shortForm(matcher) : Duration.parse(text);
      if (!length.isNegative() && length.compareTo(LONGEST) <= 0) {
        return length;
      }
    } catch (DateTimeParseException _) {
      // told below
    }
    throw new InputException(
        where,
        "“%s” is no length of time".formatted(text),
        "write it as 500ms, 30s, 10m, 8h, 1d or PT90S, at most ten years");
  }

  /** The shortest form that {@link #read} takes for the same length. */
  public static String write(Duration length) {
    long millis = length.toMillis();
    if (!Duration.ofMillis(millis).equals(length)) {
      return length.toString();
    }
    if (millis % 1_000 != 0) {
      return millis + "ms";
    }
    long seconds = millis / 1_000;
    if (seconds == 0 || seconds % 60 != 0) {
      return seconds + "s";
    }
    return seconds % 3_600 != 0 ? seconds / 60 + "m" : seconds / 3_600 + "h";
  }

  private static Duration shortForm(Matcher matcher) {
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
