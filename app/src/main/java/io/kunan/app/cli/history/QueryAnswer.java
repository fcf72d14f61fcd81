package io.kunan.app.cli.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.history.Tag;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Quality;
import io.kunan.kernel.TimeRange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./kunan history query} answers.
 *
 * @param tag its name
 * @param unit of the values, empty when the tag has none
 * @param from first time asked for, with its offset
 * @param to time after the last
 * @param zone zone of times without offset, and of the times in this answer
 * @param every length of a piece of time; absent for points
 * @param statistic figure of each piece; absent for points
 * @param points points as stored, or one figure for each piece at its start
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryAnswer(
    String tag,
    String unit,
    String from,
    String to,
    String zone,
    @Nullable String every,
    @Nullable String statistic,
    List<Entry> points) {
  private static final int SHOWN = 1_000;

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
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer count) {}

  /** The first entries for a person; nobody reads more on a terminal. */
  TextTable table() {
    String value = unit.isEmpty() ? tag : "%s [%s]".formatted(tag, unit);
    TextTable table = new TextTable("", "time", value, every == null ? "quality" : "points");
    for (Entry entry : points.subList(0, Math.min(SHOWN, points.size()))) {
      table.row(
          entry.time(),
          entry.value() == null ? Double.NaN : entry.value(),
          Objects.requireNonNullElse(
              entry.quality(), Objects.requireNonNullElse(entry.count(), "").toString()));
    }
    return table;
  }

  String remark() {
    String shown =
        points.size() > SHOWN
            ? "; the table shows the first %,d, --json gives all".formatted(SHOWN)
            : "";
    return "%,d %s; times in %s%s"
        .formatted(points.size(), every == null ? "points" : "pieces of " + every, zone, shown);
  }

  /** Collects the entries. */
  static final class Builder {
    private final Tag tag;
    private final TimeRange range;
    private final ZoneId zone;
    private final List<Entry> entries = new ArrayList<>();

    Builder(Tag tag, TimeRange range, ZoneId zone) {
      this.tag = tag;
      this.range = range;
      this.zone = zone;
    }

    void point(long time, double value, short quality) {
      String word = Quality.isGood(quality) ? "good" : Quality.isBad(quality) ? "bad" : "uncertain";
      entries.add(new Entry(shown(time), finite(value), word, null));
    }

    void figure(long time, double value, int count) {
      entries.add(new Entry(shown(time), finite(value), null, count));
    }

    QueryAnswer build(@Nullable String every, @Nullable String statistic) {
      return new QueryAnswer(
          tag.name(),
          tag.unit(),
          shown(range.from()),
          shown(range.to()),
          zone.getId(),
          every,
          statistic,
          List.copyOf(entries));
    }

    /** JSON has no word for a number that is none. */
    private static @Nullable Double finite(double value) {
      return Double.isFinite(value) ? value : null;
    }

    private String shown(long micros) {
      return Times.show(Micros.toInstant(micros), zone);
    }
  }
}
