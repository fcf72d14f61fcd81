package io.kunan.platform.history.web;

import io.kunan.engine.history.Statistic;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times, lengths and figures as people write them. */
final class Spans {
  private static final Pattern LENGTH = Pattern.compile("(\\d{1,6})(s|m|h|d)");

  private Spans() {}

  static TimeRange range(Instant from, Instant to) {
    if (to.isBefore(from)) {
      throw new InputException("to", to + " lies before " + from, "swap them");
    }
    return TimeRange.of(from, to);
  }

  /** Such as 30s, 1m, 2h, 1d. */
  static Duration length(String text) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches() || matcher.group(1).matches("0+")) {
      throw new InputException("every", "“%s” is no length".formatted(text), "write 30s, 1m, 2h");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  static Statistic statistic(@Nullable String name) {
    if (name == null) {
      return Statistic.TIME_WEIGHTED;
    }
    try {
      return Statistic.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "statistic",
          "“%s” is not known".formatted(name),
          "use mean, min, max, first, last, sum, count or time-weighted",
          e);
    }
  }
}
