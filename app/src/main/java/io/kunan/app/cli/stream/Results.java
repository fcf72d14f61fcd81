package io.kunan.app.cli.stream;

import io.kunan.engine.history.History;
import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobSet;
import io.kunan.kernel.PointBatch;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Sums up what jobs say, and stores the points of calculated tags where that is asked for. */
final class Results {
  private static final int BATCH = 50_000;

  /** What came of a tag so far. */
  private static final class Tally {
    private final DoubleSummaryStatistics usable = new DoubleSummaryStatistics();
    private long points;
  }

  private record FrameName(JobKey key, long start, String type) implements Comparable<FrameName> {
    @Override
    public int compareTo(FrameName other) {
      int order = key.compareTo(other.key);
      order = order != 0 ? order : Long.compare(start, other.start);
      return order != 0 ? order : type.compareTo(other.type);
    }
  }

  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<FrameName, EventFrame> frames = new TreeMap<>();
  private final Map<String, String> units;
  private final @Nullable History history;
  private final Map<String, Integer> numbers = new TreeMap<>();
  private final PointBatch.Builder waiting = PointBatch.builder(BATCH);

  /**
   * @param history takes the points of calculated tags; null to store none
   */
  Results(JobSet jobs, @Nullable History history) {
    this.units = jobs.outputUnits();
    this.history = history;
  }

  void take(List<Emission> said) {
    for (Emission one : said) {
      switch (one) {
        case Emission.Value value -> take(value);
        case Emission.Opened opened -> keep(one.key(), opened.frame());
        case Emission.Closed closed -> keep(one.key(), closed.frame());
      }
    }
  }

  private void keep(JobKey key, EventFrame frame) {
    frames.put(new FrameName(key, frame.start(), frame.type()), frame);
  }

  private void take(Emission.Value value) {
    Tally tally = tallies.computeIfAbsent(value.tag(), _ -> new Tally());
    tally.points++;
    if (!Double.isNaN(value.value())) {
      tally.usable.accept(value.value());
    }
    if (history != null) {
      int tag = numbers.computeIfAbsent(value.tag(), name -> number(history, name));
      waiting.add(tag, value.time(), value.value(), value.quality());
      if (waiting.size() >= BATCH) {
        flush();
      }
    }
  }

  private int number(History store, String name) {
    return store.tags().obtain(name, units.getOrDefault(name, ""), false).id().value();
  }

  /** Stores what is still to be stored. */
  void flush() {
    if (history != null && waiting.size() > 0) {
      history.append(waiting.build());
    }
  }

  List<RunAnswer.Output> outputs() {
    return tallies.entrySet().stream()
        .map(
            entry -> {
              DoubleSummaryStatistics usable = entry.getValue().usable;
              boolean any = usable.getCount() > 0;
              return new RunAnswer.Output(
                  entry.getKey(),
                  units.getOrDefault(entry.getKey(), ""),
                  entry.getValue().points,
                  entry.getValue().points - usable.getCount(),
                  any ? usable.getMin() : null,
                  any ? usable.getAverage() : null,
                  any ? usable.getMax() : null);
            })
        .toList();
  }

  List<FrameLine> frames(LongFunction<String> times) {
    return frames.values().stream().map(frame -> FrameLine.of(frame, times)).toList();
  }
}
