package io.kunan.engine.files.internal;

import io.kunan.kernel.Micros;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a wall clock of a zone shows into an instant. Between two changes of the clock the
 * offset is kept, so that millions of rows do not ask the zone rules.
 */
final class ZoneClock {
  private final ZoneRules rules;
  private long safeFrom;
  private long safeTo;
  private long offset;
  private boolean ambiguous;
  private @Nullable ZoneOffsetTransition gap;

  ZoneClock(ZoneId zone) {
    rules = zone.getRules();
    if (rules.isFixedOffset()) {
      offset = micros(rules.getOffset(Instant.EPOCH));
      safeFrom = Long.MIN_VALUE;
      safeTo = Long.MAX_VALUE;
    }
  }

  /** The instant; of a time that happens twice the first; meaningless where there is a gap. */
  long toInstant(long wall) {
    if (wall < safeFrom || wall >= safeTo) {
      look(wall);
    }
    return wall - offset;
  }

  /** Whether the time last asked for happens twice. */
  boolean isAmbiguous() {
    return ambiguous;
  }

  /** The change of the clock that leaves out the time last asked for, null when it exists. */
  @Nullable ZoneOffsetTransition gap() {
    return gap;
  }

  private void look(long wall) {
    LocalDateTime local = LocalDateTime.ofInstant(Micros.toInstant(wall), ZoneOffset.UTC);
    ZoneOffsetTransition change = rules.getTransition(local);
    ambiguous = change != null && change.isOverlap();
    gap = change != null && change.isGap() ? change : null;
    offset = micros(change != null ? change.getOffsetBefore() : rules.getOffset(local));
    safeFrom = wall;
    safeTo = wall;
    if (change == null) {
      Instant instant = Micros.toInstant(wall - offset);
      ZoneOffsetTransition before = rules.previousTransition(instant.plusNanos(1_000));
      ZoneOffsetTransition after = rules.nextTransition(instant);
      safeFrom = before == null ? Long.MIN_VALUE : edge(before, true);
      safeTo = after == null ? Long.MAX_VALUE : edge(after, false);
    }
  }

  /** The later or earlier of the two wall times of a change: beyond it nothing is doubtful. */
  private static long edge(ZoneOffsetTransition change, boolean later) {
    long first = wall(change.getDateTimeBefore());
    long second = wall(change.getDateTimeAfter());
    return later ? Math.max(first, second) : Math.min(first, second);
  }

  private static long wall(LocalDateTime local) {
    return Micros.of(local.toInstant(ZoneOffset.UTC));
  }

  private static long micros(ZoneOffset zoneOffset) {
    return Micros.of(Duration.ofSeconds(zoneOffset.getTotalSeconds()));
  }
}
