package io.kunan.app.cli.history;

import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TimeRange;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which figure of which pieces of time a person asks for.
 *
 * @param piece length of a piece; a day of 24 h stands for the local day
 * @param statistic the figure
 */
record Figures(Duration piece, Statistic statistic) {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
  private static final Duration DAY = Duration.ofDays(1);

  static Figures read(String piece, String statistic) {
    return new Figures(length(piece), figure(statistic));
  }

  Buckets buckets(TimeRange range, ZoneId zone) {
    return piece.equals(DAY) ? Buckets.days(zone, range) : Buckets.every(piece, range);
  }

  /** The figure as a person names it. */
  String name() {
    return name(statistic);
  }

  private static String name(Statistic statistic) {
    return statistic.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Statistic figure(String name) {
    return Arrays.stream(Statistic.values())
        .filter(one -> name(one).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "--statistic",
                    "“%s” is none".formatted(name),
                    "use one of " + Arrays.stream(Statistic.values()).map(Figures::name).toList()));
  }

  private static Duration length(String text) {
    Matcher matcher = SHORT.matcher(text);
    try {
      Duration length = matcher.matches() ? shortForm(matcher) : Duration.parse(text);
      if (length.isPositive()) {
        return length;
      }
    } catch (DateTimeParseException _) {
      // told below, as a length of nothing is
    }
    throw new InputException(
        "--every",
        "“%s” is no length of time".formatted(text),
        "write it as 30s, 1m, 15m, 1h, 1d or PT90S");
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
