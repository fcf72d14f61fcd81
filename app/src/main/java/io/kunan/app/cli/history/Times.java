package io.kunan.app.cli.history;

import io.kunan.kernel.InputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;

/** Times as people give them to commands and read them in answers. */
public final class Times {
  private Times() {}

  /** A time a person gave: the instant and whether the zone's clock shows it twice. */
  public record Given(Instant instant, boolean ambiguous) {}

  /**
   * Reads ISO 8601, a blank allowed for the T and a date alone for the start of its day. Without
   * offset the time is in the zone; of one that happens twice it is the first.
   *
   * @param option whose value it is
   * @throws InputException when it is no time or does not exist in the zone
   */
  public static Given read(String option, String text, ZoneId zone) {
    try {
      if (text.strip().length() <= "2018-01-31".length()) {
        return new Given(LocalDate.parse(text.strip()).atStartOfDay(zone).toInstant(), false);
      }
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(
              text.strip().replaceFirst(" +", "T"), OffsetDateTime::from, LocalDateTime::from);
      return parsed instanceof OffsetDateTime fixed
          ? new Given(fixed.toInstant(), false)
          : local(option, LocalDateTime.from(parsed), zone);
    } catch (DateTimeException e) {
      throw new InputException(
          option,
          "“%s” is no time".formatted(text),
          "write it as 2018-01-31T13:05 or, with offset, 2018-01-31T13:05+08:00",
          e);
    }
  }

  /** ISO 8601 with the offset the zone has at that instant. */
  public static String show(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  private static Given local(String option, LocalDateTime local, ZoneId zone) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw new InputException(
          option,
          "%s does not exist in %s, whose clock leaves it out".formatted(local, zone),
          "give a time with its offset");
    }
    return new Given(local.toInstant(offsets.getFirst()), offsets.size() > 1);
  }
}
