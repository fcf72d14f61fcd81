package io.kunan.app.cli.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kunan.app.cli.TextTable;
import io.kunan.engine.stream.EventFrame;
import io.kunan.kernel.Micros;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * An event frame as the commands answer it.
 *
 * @param asset absent for a job that runs once
 * @param end absent while it goes on at the end of the range
 * @param seconds its length; absent without an end
 * @param parentStart start of the frame it is a phase of; absent for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FrameLine(
    @Nullable String asset,
    String type,
    String start,
    @Nullable String end,
    @Nullable Double seconds,
    Map<String, Double> attributes,
    @Nullable String parentStart) {
  private static final int SHOWN = 200;

  static FrameLine of(EventFrame frame, LongFunction<String> times) {
    Long end = frame.end();
    Long parent = frame.parentStart();
    return new FrameLine(
        frame.asset().isEmpty() ? null : frame.asset(),
        frame.type(),
        times.apply(frame.start()),
        end == null ? null : times.apply(end),
        end == null ? null : (end - frame.start()) / (double) Micros.PER_SECOND,
        new TreeMap<>(frame.attributes()),
        parent == null ? null : times.apply(parent));
  }

  /** The first frames for a person. */
  static TextTable table(List<FrameLine> frames) {
    TextTable table = new TextTable("", "event", "asset", "start", "end", "seconds", "attributes");
    for (FrameLine frame : frames.subList(0, Math.min(SHOWN, frames.size()))) {
      table.row(
          frame.type,
          frame.asset == null ? "" : frame.asset,
          frame.start,
          frame.end == null ? "goes on" : frame.end,
          frame.seconds == null ? Double.NaN : frame.seconds,
          frame.attributes.isEmpty() ? "" : frame.attributes.toString());
    }
    if (frames.size() > SHOWN) {
      table.row("… and %,d more; --json gives them".formatted(frames.size() - SHOWN));
    }
    return table;
  }
}
