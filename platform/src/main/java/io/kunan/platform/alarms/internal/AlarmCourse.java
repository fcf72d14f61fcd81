package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmChanged;
import io.kunan.platform.alarms.AlarmEnd;
import io.kunan.platform.database.AfterCommit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Raises and ends alarms, and announces every change once it is in the database. */
@Component
class AlarmCourse {
  private final OccurrenceStore occurrences;
  private final AlarmReader alarms;
  private final ApplicationEventPublisher events;

  AlarmCourse(OccurrenceStore occurrences, AlarmReader alarms, ApplicationEventPublisher events) {
    this.occurrences = occurrences;
    this.alarms = alarms;
    this.events = events;
  }

  void raise(Watched watched, double figure, Instant at) {
    announce(occurrences.raise(watched, figure, at).toAlarm(watched.rule()));
  }

  /** Its condition was seen to go away. */
  void clear(Watched watched, Instant at) {
    over(watched.key(), at, null);
  }

  /** It is over although its condition was not seen to go away. */
  void end(Watched.Key key, AlarmEnd why, Instant at) {
    over(key, at, why);
  }

  private void over(Watched.Key key, Instant at, @Nullable AlarmEnd why) {
    occurrences.clear(key, at, why).flatMap(alarms::find).ifPresent(this::announce);
  }

  /** A figure that is judged again and again: only its changes count. */
  void judge(Watched watched, boolean broken, double figure, Instant at) {
    boolean stands = occurrences.stands(watched.rule().id(), watched.tagId());
    if (broken && !stands) {
      raise(watched, figure, at);
    } else if (stands && !broken) {
      clear(watched, at);
    }
  }

  void announce(Alarm alarm) {
    AfterCommit.run(() -> events.publishEvent(new AlarmChanged(alarm)));
  }
}
