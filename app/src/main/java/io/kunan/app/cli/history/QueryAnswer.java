package io.kunan.app.cli.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kunan.engine.history.Tag;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./kunan history query} answers before its list {@code points}: points as stored, or
 * one figure for each piece of time at its start.
 *
 * @param tag its name
 * @param unit of the values, empty when the tag has none
 * @param from first time asked for, with its offset
 * @param to time after the last
 * @param zone zone of times without offset, and of the times in this answer
 * @param every length of a piece of time; absent for points
 * @param statistic figure of each piece; absent for points
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryAnswer(
    String tag,
    String unit,
    String from,
    String to,
    String zone,
    @Nullable String every,
    @Nullable String statistic) {
  /** The name of the list. */
  static final String POINTS = "points";

  /**
   * A point, or the figure of a piece of time.
   *
   * @param time of the point, or the start of the piece
   * @param value null when nothing usable was measured
   * @param quality good, uncertain or bad; absent for a figure
   * @param count usable points in the piece; absent for a point
   */
  public record Entry(
      String time,
      @JsonInclude @Nullable Double value,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String quality,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer count) {
    static Entry point(long time, double value, short quality, ZoneId zone) {
      String word = Quality.isGood(quality) ? "good" : Quality.isBad(quality) ? "bad" : "uncertain";
      return new Entry(shown(time, zone), finite(value), word, null);
    }

    static Entry figure(long time, double value, int count, ZoneId zone) {
      return new Entry(shown(time, zone), finite(value), null, count);
    }

    /** JSON has no word for a number that is none. */
    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? value : null;
    }
  }

  static QueryAnswer points(Tag tag, TimeRange range, ZoneId zone) {
    return of(tag, range, zone, null, null);
  }

  static QueryAnswer figures(
      Tag tag, TimeRange range, ZoneId zone, String every, String statistic) {
    return of(tag, range, zone, every, statistic);
  }

  private static QueryAnswer of(
      Tag tag, TimeRange range, ZoneId zone, @Nullable String every, @Nullable String statistic) {
    return new QueryAnswer(
        tag.name(),
        tag.unit(),
        shown(range.from(), zone),
        shown(range.to(), zone),
        zone.getId(),
        every,
        statistic);
  }

  private static String shown(long micros, ZoneId zone) {
    return Times.show(Micros.toInstant(micros), zone);
  }
}
