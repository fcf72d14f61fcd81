package io.kunan.platform.streams.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.StreamOutput;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.live.Ingest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Brings what jobs say to where it belongs: points into history and live, frames to events and
 * alarms. Of a dry run only figures are kept.
 */
@Component
class SaidOutput implements StreamOutput {
  private final Ingest ingest;
  private final History history;
  private final Assets assets;
  private final Frames frames;
  private final Map<String, LiveJob> jobs = new ConcurrentHashMap<>();

  /**
   * @param ingest is asked for when the first point is there: it knows those who listen to it, and
   *     the streams are among them
   */
  SaidOutput(@Lazy Ingest ingest, History history, Assets assets, Frames frames) {
    this.ingest = ingest;
    this.history = history;
    this.assets = assets;
    this.frames = frames;
  }

  /** The jobs that run now. */
  void setJobs(List<LiveJob> running) {
    jobs.keySet().retainAll(running.stream().map(SaidOutput::name).toList());
    running.forEach(job -> jobs.put(name(job), job));
  }

  private static String name(LiveJob job) {
    return Integer.toString(job.job().id());
  }

  Optional<LiveJob> job(JobKey key) {
    return Optional.ofNullable(jobs.get(key.job()));
  }

  @Override
  public void take(List<Emission> said) {
    PointBatch.Builder points = PointBatch.builder(said.size());
    for (Emission one : said) {
      LiveJob job = jobs.get(one.key().job());
      if (job != null) {
        take(one, job, points);
      }
    }
    if (points.size() > 0) {
      ingest.live(points.build());
    }
  }

  private void take(Emission one, LiveJob job, PointBatch.Builder points) {
    JobKey key = one.key();
    switch (one) {
      case Emission.Value value -> {
        job.figures().value(value.time());
        if (job.isOn()) {
          tag(value.tag())
              .ifPresent(tag -> points.add(tag, value.time(), value.value(), value.quality()));
        }
      }
      case Emission.Opened opened -> {
        if (opened.frame().parentStart() == null) {
          job.figures().opened(key.asset(), opened.frame().start());
        }
        if (job.isOn()) {
          frames.tell(job, key, opened.frame(), opened.time(), opened.figure());
        }
      }
      case Emission.Closed closed -> {
        if (closed.frame().parentStart() == null) {
          job.figures().closed(key.asset());
        }
        if (job.isOn()) {
          frames.tell(job, key, closed.frame(), closed.time(), Double.NaN);
        }
      }
    }
  }

  Optional<Integer> tag(String name) {
    return assets.tags().find(name).map(tag -> tag.id().value());
  }

  @Override
  public Revision revise(Set<JobKey> keys, TimeRange range) {
    return new SaidRevision(this, frames, new RevisedPoints(history, ingest, range), keys, range);
  }
}
