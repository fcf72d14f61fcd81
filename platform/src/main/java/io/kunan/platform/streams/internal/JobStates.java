package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.JobStatus;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamMode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How jobs do, for people. */
@Component
public class JobStates {
  private final StreamEngine engine;
  private final Clock clock;

  JobStates(StreamEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /** Where a job stands. */
  public enum Stand {
    OFF,
    /** Switched on a moment ago, or the streams begin again after a fault. */
    STARTING,
    /** No point of its inputs has come yet. */
    WAITING,
    RUNNING,
    /** It does not run, or not at one of its places; {@code problem} says why. */
    FAILED
  }

  /**
   * How a job does.
   *
   * @param lagSeconds age of the time up to which all is worked out, of the place farthest ahead;
   *     null before the first point
   * @param pointsIn times at which its inputs had points, all places together
   * @param late points that came after their time
   * @param catchingUp whether its past is to be worked out anew
   * @param places at which it runs
   */
  public record State(
      Stand stand,
      @Sentence @Nullable String problem,
      @Nullable Double lagSeconds,
      long pointsIn,
      long pointsOut,
      long late,
      long firings,
      int holding,
      @Nullable Instant lastFiring,
      @Nullable Instant lastOutput,
      boolean catchingUp,
      int places) {
    private static State standing(Stand stand, @Sentence @Nullable String problem) {
      return new State(stand, problem, null, 0, 0, 0, 0, 0, null, null, false, 0);
    }
  }

  public State of(StreamJob job) {
    if (job.mode() == StreamMode.OFF) {
      return State.standing(Stand.OFF, null);
    }
    Running running = engine.running().orElse(null);
    LiveJob live = running == null ? null : running.jobs().get(job.id());
    if (running == null
        || live == null
        || live.job().version() != job.version()
        || live.job().mode() != job.mode()) {
      return State.standing(Stand.STARTING, null);
    }
    String id = Integer.toString(job.id());
    List<JobStatus> places =
        running.status().stream().filter(one -> one.key().job().equals(id)).toList();
    return live.problem() == null
        ? state(places, live.figures().read())
        : State.standing(Stand.FAILED, live.problem());
  }

  private State state(List<JobStatus> places, JobFigures.Reading figures) {
    String failure =
        places.stream()
            .filter(place -> place.failure() != null)
            .map(place -> "%s: %s".formatted(place.key().asset(), place.failure()))
            .findFirst()
            .orElse(null);
    long watermark = places.stream().mapToLong(JobStatus::watermark).max().orElse(Long.MIN_VALUE);
    boolean begun = watermark != Long.MIN_VALUE;
    long lag = begun ? Math.max(0, Micros.of(clock.instant()) - watermark) : 0;
    Stand stand = begun ? Stand.RUNNING : Stand.WAITING;
    return new State(
        failure == null ? stand : Stand.FAILED,
        failure,
        begun ? lag / (double) Micros.PER_SECOND : null,
        places.stream().mapToLong(JobStatus::moments).sum(),
        figures.pointsOut(),
        places.stream().mapToLong(JobStatus::late).sum(),
        figures.firings(),
        figures.holding(),
        instant(figures.lastFiring()),
        instant(figures.lastOutput()),
        places.stream().map(JobStatus::dirtyFrom).anyMatch(Objects::nonNull),
        places.size());
  }

  private static @Nullable Instant instant(@Nullable Long micros) {
    return micros == null ? null : Micros.toInstant(micros);
  }
}
