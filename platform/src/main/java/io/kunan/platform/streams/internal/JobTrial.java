package io.kunan.platform.streams.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobSet;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.Replay;
import io.kunan.engine.stream.SoftSensors;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.web.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries a job on what was measured, without effect: what it would have said. */
@Component
public class JobTrial {
  private static final int AT_ONCE = 2;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(20);
  private static final int MOST_FRAMES = 1_000;
  private static final int MOST_CURVES = 12;

  private final JobChecks checks;
  private final Places places;
  private final History history;
  private final Semaphore free = new Semaphore(AT_ONCE);

  JobTrial(JobChecks checks, Places places, History history) {
    this.checks = checks;
    this.places = places;
    this.history = history;
  }

  /** A frame that would have been told. */
  public record Told(Tag tag, EventFrame frame) {}

  /**
   * What would have come of it.
   *
   * @param reached the end of what was tried, microseconds UTC
   * @param whole false when it took too long and was ended there
   * @param points points read
   * @param fired frames without those that are phases of others
   * @param activeSeconds time of those that ended, all together
   * @param longestSeconds the longest of these; null without any
   * @param frames the first ones, without phases
   * @param curves results, for at most twelve tags
   * @param failure why a place was stopped; null for none
   */
  public record Result(
      long reached,
      boolean whole,
      long points,
      long fired,
      double activeSeconds,
      @Nullable Double longestSeconds,
      List<Told> frames,
      List<ReducedCurve> curves,
      @Sentence @Nullable String failure) {}

  /**
   * Tries a definition over a range.
   *
   * @throws io.kunan.kernel.InputException that names the field
   * @throws Refusal 423 while others are at it
   */
  public Result run(
      int id, Map<String, Object> definition, TimeRange range, Predicate<Tag> visible) {
    JobChecks.Checked checked = checks.check(id, definition, visible);
    JobSet set = JobSet.of(List.of(checked.job()), places, SoftSensors.NONE);
    if (!free.tryAcquire()) {
      throw Refusal.busy("Others are trying jobs on the history", "try again in some seconds");
    }
    try {
      return run(set, checked, range);
    } finally {
      free.release();
    }
  }

  private Result run(JobSet set, JobChecks.Checked checked, TimeRange range) {
    Tally tally = new Tally(checked, range, set.outputUnits());
    long end = System.nanoTime() + LONGEST_NANOS;
    long[] reached = {range.from()};
    Replay.Report report =
        Replay.run(
            set,
            new KnownBefore(history),
            range,
            said -> said.forEach(tally::take),
            (done, total, what) -> {
              reached[0] = range.from() + done * Micros.PER_SECOND;
              return System.nanoTime() < end;
            });
    return new Result(
        report.whole() ? range.to() : reached[0],
        report.whole(),
        report.points(),
        tally.fired,
        tally.activeSeconds,
        tally.longestSeconds,
        new ArrayList<>(tally.frames.values()),
        List.copyOf(tally.curves.values()),
        report.jobs().stream()
            .map(JobStatus::failure)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null));
  }

  private static final class Tally {
    private record Name(JobKey key, long start) {}

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<Name, Told> frames = new LinkedHashMap<>();
    private final Map<String, ReducedCurve> curves = new LinkedHashMap<>();
    private final Map<String, String> units;
    private final TimeRange range;
    private long fired;
    private double activeSeconds;
    private @Nullable Double longestSeconds;

    Tally(JobChecks.Checked checked, TimeRange range, Map<String, String> units) {
      checked.places().forEach(place -> places.put(place.asset(), place));
      this.range = range;
      this.units = units;
    }

    void take(Emission one) {
      switch (one) {
        case Emission.Value value -> curve(value);
        case Emission.Opened opened -> {
          if (opened.frame().parentStart() == null) {
            fired++;
            keep(one.key(), opened.frame());
          }
        }
        case Emission.Closed closed -> {
          if (closed.frame().parentStart() == null) {
            keep(one.key(), closed.frame());
            ended(closed.frame());
          }
        }
      }
    }

    private void ended(EventFrame frame) {
      Long end = frame.end();
      if (end != null) {
        double seconds = (end - frame.start()) / (double) Micros.PER_SECOND;
        activeSeconds += seconds;
        longestSeconds = longestSeconds == null ? seconds : Math.max(longestSeconds, seconds);
      }
    }

    private void keep(JobKey key, EventFrame frame) {
      Name name = new Name(key, frame.start());
      Place place = places.get(key.asset());
      if (place != null && (frames.size() < MOST_FRAMES || frames.containsKey(name))) {
        frames.put(name, new Told(place.first(), frame));
      }
    }

    private void curve(Emission.Value value) {
      ReducedCurve curve = curves.get(value.tag());
      if (curve == null && curves.size() < MOST_CURVES) {
        curve = new ReducedCurve(value.tag(), units.getOrDefault(value.tag(), ""), range);
        curves.put(value.tag(), curve);
      }
      if (curve != null) {
        curve.add(value.time(), value.value());
      }
    }
  }
}
