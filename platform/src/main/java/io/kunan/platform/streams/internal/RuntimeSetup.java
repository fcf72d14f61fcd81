package io.kunan.platform.streams.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.history.Point;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.JobSet;
import io.kunan.engine.stream.JobStatus;
import io.kunan.engine.stream.LocalRuntime;
import io.kunan.engine.stream.RuntimeOptions;
import io.kunan.engine.stream.Snapshot;
import io.kunan.engine.stream.SoftSensors;
import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Sentence;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.streams.StreamJob;
import io.kunan.platform.streams.StreamMode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the runtime of the jobs that are switched on, and says how far their past is behind. */
@Component
class RuntimeSetup {
  private static final Logger LOG = LoggerFactory.getLogger(RuntimeSetup.class);

  private final JobStore store;
  private final Places places;
  private final SaidOutput output;
  private final Frames frames;
  private final History history;
  private final Clock clock;

  RuntimeSetup(
      JobStore store,
      Places places,
      SaidOutput output,
      Frames frames,
      History history,
      Clock clock) {
    this.store = store;
    this.places = places;
    this.output = output;
    this.frames = frames;
    this.history = history;
    this.clock = clock;
  }

  /**
   * Starts the jobs that are switched on; those that were and are no longer end.
   *
   * @param remembered what jobs remember; null for nothing
   * @param before what ran before in this process; null for nothing
   */
  Running start(@Nullable Snapshot remembered, @Nullable Running before) {
    Map<Integer, LiveJob> known = before == null ? Map.of() : before.jobs();
    List<StreamJob> wanted =
        store.list().stream().filter(job -> job.mode() != StreamMode.OFF).toList();
    JobSet set = setOf(wanted);
    Map<String, String> problems =
        set.problems().stream()
            .collect(Collectors.toMap(JobSet.Problem::job, JobSet.Problem::reason));
    List<LiveJob> jobs =
        wanted.stream().map(job -> live(job, known.get(job.id()), problems)).toList();
    endOthers(known, jobs);
    output.setJobs(jobs);
    LocalRuntime runtime = LocalRuntime.start(set, RuntimeOptions.standard(), remembered, output);
    Set<Integer> switchedOn =
        known.values().stream()
            .filter(job -> !job.isOn())
            .map(job -> job.job().id())
            .collect(Collectors.toSet());
    List<Integer> inputs = set.inputTags().stream().map(TagId::value).toList();
    return new Running(runtime, jobs, inputs, switchedOn);
  }

  private JobSet setOf(List<StreamJob> wanted) {
    List<Job> jobs = wanted.stream().map(StreamJob::job).toList();
    try {
      return JobSet.of(jobs, places, SoftSensors.NONE);
    } catch (InputException e) {
      LOG.error("no stream job runs, for they do not fit together", e);
      return JobSet.of(List.of(), places, SoftSensors.NONE);
    }
  }

  private LiveJob live(
      StreamJob job, @Nullable LiveJob known, @Sentence Map<String, String> problems) {
    String problem = problems.get(Integer.toString(job.id()));
    boolean same = known != null && known.job().version() == job.version();
    JobFigures figures = same && known != null ? known.figures() : new JobFigures();
    List<Place> found = problem == null ? places.of(job.job(), tag -> true) : List.of();
    LiveJob live = LiveJob.of(job, found, figures, problem);
    if (!same) {
      frames.lastFiring(live).ifPresent(at -> figures.knownFiring(Micros.of(at)));
    }
    return live;
  }

  private void endOthers(Map<Integer, LiveJob> known, List<LiveJob> jobs) {
    Map<Integer, LiveJob> byId =
        jobs.stream().collect(Collectors.toMap(one -> one.job().id(), Function.identity()));
    for (LiveJob old : known.values()) {
      LiveJob now = byId.get(old.job().id());
      boolean goesOn = now != null && now.isOn() && now.job().version() == old.job().version();
      if (old.isOn() && !goesOn) {
        frames.end(old, clock.instant());
      }
    }
  }

  /**
   * What is to be worked out at a start. A job that remembers nothing looks back as far as it needs
   * to; the others go on from what they remember.
   *
   * @param since from when on what is remembered may miss late points; the end of time for never
   * @param noted input tags whose past was changed, since when
   */
  Map<JobKey, TimeRange> behind(Running now, long since, Map<Integer, Long> noted)
      throws InterruptedException {
    Map<JobKey, Long> from = new HashMap<>();
    long clockNow = Micros.of(clock.instant());
    for (JobStatus status : now.look()) {
      LiveJob job = output.job(status.key()).orElse(null);
      if (job != null
          && (status.watermark() == Long.MIN_VALUE || (job.isOn() && now.isSwitchedOn(job)))) {
        from.put(status.key(), clockNow - Micros.of(Definitions.lookBack(job.job().job())));
      } else if (job != null && since != Long.MAX_VALUE) {
        from.put(status.key(), since);
      }
    }
    noted.forEach((tag, time) -> now.readers(tag).forEach(key -> from.merge(key, time, Math::min)));
    return upToNow(from);
  }

  /** From given times up to the newest point of the inputs of each job. */
  Map<JobKey, TimeRange> upToNow(Map<JobKey, Long> from) {
    long ceiling = Micros.of(clock.instant()) + Micros.PER_MINUTE;
    Map<JobKey, TimeRange> ranges = new HashMap<>();
    from.forEach(
        (key, start) ->
            output
                .job(key)
                .map(job -> job.places().get(key.asset()))
                .ifPresent(
                    place -> {
                      long newest = newest(place, ceiling);
                      if (newest != Long.MIN_VALUE) {
                        ranges.put(key, new TimeRange(Math.min(start, newest), newest + 1));
                      }
                    }));
    return ranges;
  }

  private long newest(Place place, long ceiling) {
    List<TagId> tags = place.inputs().stream().map(Tag::id).toList();
    return history.last(tags).stream()
        .mapToLong(Point::time)
        .filter(time -> time <= ceiling)
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** How far back those jobs look whose past is to be worked out anew, in microseconds. */
  long lookBack(List<JobStatus> all) {
    return all.stream()
        .filter(status -> status.dirtyFrom() != null)
        .flatMap(status -> output.job(status.key()).stream())
        .mapToLong(job -> Micros.of(Definitions.lookBack(job.job().job())))
        .max()
        .orElse(0);
  }
}
