package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.Emission;
import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.StreamOutput;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.events.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Replaces what some jobs said of a range. Frames that are not said again are withdrawn, points
 * likewise; alarms are brought to what holds at the end, not raised for what is over.
 */
final class SaidRevision implements StreamOutput.Revision {
  private final SaidOutput output;
  private final Frames frames;
  private final RevisedPoints points;
  private final Instant from;
  private final Map<JobKey, LiveJob> jobs = new HashMap<>();
  private final Map<JobKey, List<Event>> before = new HashMap<>();
  private final Map<JobKey, Double> figures = new HashMap<>();
  private final Set<String> toldAgain = new HashSet<>();

  SaidRevision(
      SaidOutput output, Frames frames, RevisedPoints points, Set<JobKey> keys, TimeRange range) {
    this.output = output;
    this.frames = frames;
    this.points = points;
    this.from = Micros.toInstant(range.from());
    for (JobKey key : keys) {
      output
          .job(key)
          .filter(LiveJob::isOn)
          .ifPresent(
              job -> {
                jobs.put(key, job);
                before.put(key, frames.told(key, from));
                outputsOf(job, key).forEach(points::expect);
              });
    }
  }

  private List<Integer> outputsOf(LiveJob job, JobKey key) {
    Place place = job.places().get(key.asset());
    return place == null
        ? List.of()
        : place.outputs().stream().flatMap(one -> output.tag(one.tag()).stream()).toList();
  }

  @Override
  public void take(List<Emission> said) {
    for (Emission one : said) {
      LiveJob job = jobs.get(one.key());
      if (job != null) {
        take(one, job);
      }
    }
    points.flush();
  }

  private void take(Emission one, LiveJob job) {
    switch (one) {
      case Emission.Value value -> output.tag(value.tag()).ifPresent(tag -> points.add(tag, value));
      case Emission.Opened opened -> {
        figures.put(opened.key(), opened.figure());
        job.figures().knownFiring(opened.frame().start());
        tell(job, opened.key(), opened.frame(), opened.time());
      }
      case Emission.Closed closed -> tell(job, closed.key(), closed.frame(), closed.time());
    }
  }

  private void tell(LiveJob job, JobKey key, EventFrame frame, long at) {
    Place place = job.places().get(key.asset());
    if (place != null) {
      toldAgain.add(frames.tellPast(job, place, key, frame, at).key());
    }
  }

  @Override
  public void close() {
    points.finish();
    jobs.forEach(
        (key, job) -> {
          for (Event event : before.getOrDefault(key, List.of())) {
            if (!toldAgain.contains(event.key())) {
              frames.correct(job, event, from);
            }
          }
          frames.settle(job, key, figures.getOrDefault(key, Double.NaN));
        });
  }
}
