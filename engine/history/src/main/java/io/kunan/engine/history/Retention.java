package io.kunan.engine.history;

import java.time.Duration;
import java.util.Map;

/**
 * How long points and their one-minute roll-ups are kept, by class of tag. What is not named is
 * kept for ever. Limits are rounded to whole UTC days, towards keeping more.
 *
 * @param points by class, at least one day
 * @param rollups by class, at least one day
 */
public record Retention(Map<String, Duration> points, Map<String, Duration> rollups) {
  public static final Retention FOREVER = new Retention(Map.of(), Map.of());

  public Retention {
    points = Map.copyOf(points);
    rollups = Map.copyOf(rollups);
    points.forEach(Retention::check);
    rollups.forEach(Retention::check);
  }

  private static void check(String retentionClass, Duration duration) {
    if (duration.compareTo(Duration.ofDays(1)) < 0) {
      throw new IllegalArgumentException(
          "class %s would be kept for %s; keep at least one day"
              .formatted(retentionClass, duration));
    }
  }
}
