package io.kunan.platform.alarms.internal;

import io.kunan.kernel.InputException;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with alarms: acknowledge, set aside for a while, take up again. */
@Component
class AlarmAnswers {
  private static final Duration LONGEST_SHELF = Duration.ofHours(8);

  private final OccurrenceStore occurrences;
  private final AlarmReader alarms;
  private final AlarmCourse course;
  private final AuditTrail audit;
  private final Clock clock;

  AlarmAnswers(
      OccurrenceStore occurrences,
      AlarmReader alarms,
      AlarmCourse course,
      AuditTrail audit,
      Clock clock) {
    this.occurrences = occurrences;
    this.alarms = alarms;
    this.course = course;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Alarm acknowledge(long id, String by, @Nullable String comment) {
    Alarm before = alarms.get(id);
    if (!occurrences.acknowledge(id, by, comment, clock.instant())) {
      return before;
    }
    audit.record(
        "ALARM_ACKNOWLEDGED", "alarm " + id, Map.of("comment", Objects.toString(comment, "")));
    return changed(id);
  }

  @Transactional
  public Alarm shelve(long id, Duration time, String by, String reason) {
    if (!time.isPositive() || time.compareTo(LONGEST_SHELF) > 0) {
      throw new InputException(
          "minutes", time.toMinutes() + " is out of range", "give 1 to 480 minutes");
    }
    Alarm alarm = alarms.get(id);
    if (!alarm.isOpen()) {
      throw Refusal.conflict("The alarm is over", "shelve an alarm that is open");
    }
    Instant until = clock.instant().plus(time);
    occurrences.shelve(alarm.rule().id(), alarm.tagId(), until, by, reason);
    audit.record(
        "ALARM_SHELVED", "alarm " + id, Map.of("until", until.toString(), "reason", reason));
    return changed(id);
  }

  @Transactional
  public Alarm unshelve(long id) {
    Alarm alarm = alarms.get(id);
    occurrences.unshelve(alarm.rule().id(), alarm.tagId());
    audit.record("ALARM_UNSHELVED", "alarm " + id, Map.of());
    return changed(id);
  }

  private Alarm changed(long id) {
    Alarm now = alarms.get(id);
    course.announce(now);
    return now;
  }
}
