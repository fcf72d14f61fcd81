package io.kunan.platform.streams.internal;

import io.kunan.engine.stream.EventFrame;
import io.kunan.engine.stream.JobKey;
import io.kunan.engine.stream.job.Job;
import io.kunan.kernel.Micros;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.Events;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings frames of jobs to events, and those of rules to alarms. */
@Component
class Frames {
  /** Type of the events of rules. */
  static final String RULE = "RULE";

  /** Attribute of an event: time of the point that confirmed its beginning. */
  private static final String CONFIRMED = "confirmed";

  /** Attribute of an event: version of the job that told it. */
  private static final String VERSION = "version";

  /** Attribute of an event: it did not end by itself, its job was stopped. */
  private static final String STOPPED = "stopped";

  /** After everything that has ended. */
  private static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

  private final Events events;
  private final Alarms alarms;

  Frames(Events events, Alarms alarms) {
    this.events = events;
    this.alarms = alarms;
  }

  /** A frame has begun or ended, live. */
  void tell(LiveJob job, JobKey key, EventFrame frame, long at, double figure) {
    Place place = job.places().get(key.asset());
    if (place == null) {
      return;
    }
    events.put(event(job, place, key, frame, at));
    if (job.job().job() instanceof Job.Rule) {
      boolean holds = frame.end() == null;
      double told = Double.isNaN(figure) ? 1 : figure;
      alarms.judge(Conditions.of(job.job()), place.first(), holds, told, Micros.toInstant(at));
    }
  }

  /** A frame of the past, of which no alarm is raised. */
  Event tellPast(LiveJob job, Place place, JobKey key, EventFrame frame, long at) {
    return events.put(event(job, place, key, frame, at));
  }

  /** Those at a place that were not over before an instant. */
  List<Event> told(JobKey key, Instant from) {
    return events.told(LiveJob.eventKeys(key), from);
  }

  /**
   * What was told of it did not happen, or is not over yet. What another version of the job told,
   * or what ended because the job was stopped, stays.
   */
  void correct(LiveJob job, Event event, Instant from) {
    String version = event.attributes().get(VERSION);
    if (event.attributes().containsKey(STOPPED) || !versionOf(job).equals(version)) {
      return;
    }
    String confirmed = event.attributes().get(CONFIRMED);
    if (confirmed == null || !Instant.parse(confirmed).isBefore(from)) {
      events.withdraw(event);
    } else if (event.end() != null) {
      events.put(with(event, null, event.attributes()));
    }
  }

  /** Brings the alarm of a rule at a place to what its newest frame says. */
  void settle(LiveJob job, JobKey key, double figure) {
    Place place = job.places().get(key.asset());
    Optional<Event> newest = events.newest(LiveJob.eventKeys(key));
    if (place == null || !(job.job().job() instanceof Job.Rule) || newest.isEmpty()) {
      return;
    }
    Instant end = newest.get().end();
    Instant at = end == null ? newest.get().start() : end;
    double told = Double.isNaN(figure) ? Conditions.of(job.job()).limit() : figure;
    alarms.judge(Conditions.of(job.job()), place.first(), end == null, told, at);
  }

  /** A job runs no longer: whatever of it goes on ends now. */
  void end(LiveJob job, Instant now) {
    for (Event open : events.told(job.eventKeys(), NEVER)) {
      Map<String, String> attributes = new HashMap<>(open.attributes());
      attributes.put(STOPPED, now.toString());
      Instant end = now.isBefore(open.start()) ? open.start() : now;
      events.put(with(open, end, attributes));
    }
    if (job.job().job() instanceof Job.Rule) {
      alarms.end(Conditions.of(job.job()), now);
    }
  }

  /** Start of the newest frame of a job. */
  Optional<Instant> lastFiring(LiveJob job) {
    return events.newest(job.eventKeys()).map(Event::start);
  }

  private Event event(LiveJob job, Place place, JobKey key, EventFrame frame, long at) {
    Map<String, String> attributes = new HashMap<>();
    frame.attributes().forEach((name, value) -> attributes.put(name, number(value)));
    String keyOf = keyOf(key, frame.type(), frame.start());
    Optional<Event> before = frame.end() == null ? Optional.empty() : events.find(keyOf);
    String confirmed = before.map(event -> event.attributes().get(CONFIRMED)).orElse(null);
    attributes.put(CONFIRMED, confirmed == null ? Micros.toInstant(at).toString() : confirmed);
    attributes.put(VERSION, versionOf(job));
    Text title = title(job, frame.type());
    Long end = frame.end();
    return new Event(
        0,
        place.first().asset().value(),
        job.job().job() instanceof Job.Rule ? RULE : frame.type(),
        keyOf,
        Micros.toInstant(frame.start()),
        end == null ? null : Micros.toInstant(end),
        parent(key, frame),
        title.zh(),
        title.en(),
        attributes);
  }

  private @Nullable Long parent(JobKey key, EventFrame frame) {
    Long start = frame.parentStart();
    if (start == null) {
      return null;
    }
    String type = frame.type().substring(0, frame.type().lastIndexOf('/'));
    return events.find(keyOf(key, type, start)).map(Event::id).orElse(null);
  }

  private static Text title(LiveJob job, String type) {
    return switch (job.job().job()) {
      case Job.Rule rule -> rule.title();
      case Job.StateMachine _ -> {
        int slash = type.lastIndexOf('/');
        String phase = slash < 0 ? "" : type.substring(slash + 1);
        Text name = job.job().name();
        yield phase.isEmpty()
            ? name
            : new Text("%s：%s".formatted(name.zh(), phase), "%s: %s".formatted(name.en(), phase));
      }
      case Job.Calculation _, Job.SoftSensor _, Job.WindowStatistics _ -> job.job().name();
    };
  }

  private static String keyOf(JobKey key, String type, long start) {
    return LiveJob.eventKeys(key) + type + ":" + start;
  }

  private static String versionOf(LiveJob job) {
    return Integer.toString(job.job().version());
  }

  private static Event with(Event event, @Nullable Instant end, Map<String, String> attributes) {
    return new Event(
        0,
        event.assetId(),
        event.type(),
        event.key(),
        event.start(),
        end,
        event.parentId(),
        event.titleZh(),
        event.titleEn(),
        attributes);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }
}
