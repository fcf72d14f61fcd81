package io.kunan.engine.stream;

import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointSource;
import io.kunan.kernel.Progress;
import io.kunan.kernel.TimeRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tries a rule or a state machine on the past: how often it would have fired, and when. */
public final class Trial {
  /** Frames that are given one by one; more are only counted. */
  public static final int MOST_FRAMES = 10_000;

  /**
   * What would have come of it.
   *
   * @param fired how often it would have fired
   * @param byAsset how often at each asset at which it fired
   * @param frames the first of them, by asset and start; without end where it went on
   * @param activeSeconds time of those that have ended, all assets together
   * @param longestSeconds the longest single one; NaN when none has ended
   * @param points points read
   * @param whole whether the whole range was tried, instead of being stopped on the way
   * @param stopped jobs that failed, with the reason
   */
  public record Result(
      long fired,
      Map<String, Long> byAsset,
      List<EventFrame> frames,
      double activeSeconds,
      double longestSeconds,
      long points,
      boolean whole,
      List<JobStatus> stopped) {
    public Result {
      byAsset = Map.copyOf(byAsset);
      frames = List.copyOf(frames);
      stopped = List.copyOf(stopped);
    }
  }

  private record FrameName(String asset, String type, long start) {}

  private final Map<FrameName, EventFrame> frames = new LinkedHashMap<>();
  private final Map<String, Long> byAsset = new LinkedHashMap<>();
  private final String job;
  private long fired;
  private double activeSeconds;
  private double longestSeconds = Double.NaN;

  private Trial(String job) {
    this.job = job;
  }

  /**
   * Tries one job of a set; the others give it its inputs.
   *
   * @param job id of a rule or a state machine
   * @param progress in seconds of the range; may stop the trial
   */
  public static Result run(
      JobSet jobs, String job, PointSource history, TimeRange range, Progress progress) {
    requireFrames(jobs, job);
    Trial trial = new Trial(job);
    Replay.Report report =
        Replay.run(jobs, history, range, said -> said.forEach(trial::take), progress);
    return new Result(
        trial.fired,
        trial.byAsset,
        new ArrayList<>(trial.frames.values()),
        trial.activeSeconds,
        trial.longestSeconds,
        report.points(),
        report.whole(),
        report.jobs().stream().filter(one -> one.failure() != null).toList());
  }

  private static void requireFrames(JobSet jobs, String id) {
    for (Job job : jobs.jobs()) {
      if (job.head().id().equals(id)
          && (job instanceof Job.Rule || job instanceof Job.StateMachine)) {
        return;
      }
    }
    throw new InputException(
        "job", "“%s” is no rule or state machine that runs".formatted(id), "name one that is");
  }

  private void take(Emission emission) {
    if (!emission.key().job().equals(job)) {
      return;
    }
    switch (emission) {
      case Emission.Value _ -> {}
      case Emission.Opened opened -> {
        EventFrame frame = opened.frame();
        if (frame.parentStart() == null) {
          fired++;
          byAsset.merge(frame.asset(), 1L, Long::sum);
        }
        keep(frame);
      }
      case Emission.Closed closed -> {
        EventFrame frame = closed.frame();
        Long end = frame.end();
        if (frame.parentStart() == null && end != null) {
          double seconds = (end - frame.start()) / (double) Micros.PER_SECOND;
          activeSeconds += seconds;
          longestSeconds = Math.max(Double.isNaN(longestSeconds) ? 0 : longestSeconds, seconds);
        }
        keep(frame);
      }
    }
  }

  private void keep(EventFrame frame) {
    FrameName name = new FrameName(frame.asset(), frame.type(), frame.start());
    if (frames.size() < MOST_FRAMES || frames.containsKey(name)) {
      frames.put(name, frame);
    }
  }
}
