package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmEnd;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.StreamCondition;
import io.kunan.platform.assets.Tag;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules that stand for those of the streams: one for each, following it. */
@Component
class StreamJudge {
  private final RuleStore rules;
  private final RuleBook book;
  private final OccurrenceStore occurrences;
  private final AlarmCourse course;

  StreamJudge(RuleStore rules, RuleBook book, OccurrenceStore occurrences, AlarmCourse course) {
    this.rules = rules;
    this.book = book;
    this.occurrences = occurrences;
    this.course = course;
  }

  @Transactional
  public void judge(StreamCondition condition, Tag tag, boolean holds, double figure, Instant at) {
    Watched watched = new Watched(rule(condition), tag.id().value(), tag.asset().value());
    course.judge(watched, holds, figure, at);
  }

  /** The job no longer runs: what stands of its rule is over. */
  @Transactional
  public void end(StreamCondition condition, Instant at) {
    for (AlarmRule rule : find(condition).stream().toList()) {
      for (int tag : occurrences.standing(rule.id())) {
        course.end(new Watched.Key(rule.id(), tag), AlarmEnd.JOB_STOPPED, at);
      }
    }
  }

  /** The job is gone, and its rule with it. */
  @Transactional
  public void forget(StreamCondition condition) {
    find(condition).ifPresent(book::follow);
  }

  private Optional<AlarmRule> find(StreamCondition condition) {
    return rules.list().stream()
        .filter(rule -> rule.kind() == AlarmKind.STREAM)
        .filter(rule -> condition.quantity().equals(rule.quantity()))
        .findFirst();
  }

  /** The rule, brought up to what the streams say now. */
  private AlarmRule rule(StreamCondition condition) {
    Optional<AlarmRule> known = find(condition);
    AlarmRule wanted = wanted(condition, known.map(AlarmRule::id).orElse(0L));
    if (known.isEmpty()) {
      return rules.add(wanted);
    }
    return known.get().equals(wanted) ? wanted : rules.change(wanted).orElse(wanted);
  }

  private static AlarmRule wanted(StreamCondition condition, long id) {
    return new AlarmRule(
        id,
        null,
        condition.asset().value(),
        condition.quantity(),
        AlarmKind.STREAM,
        condition.priority(),
        condition.limit(),
        0,
        0,
        true,
        condition.title().zh(),
        condition.title().en(),
        null,
        null,
        null);
  }
}
