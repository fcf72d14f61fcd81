package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.StreamCondition;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The rules that stand for those of the streams: one for each, following it. */
@Component
class StreamJudge {
  private final RuleStore rules;
  private final OccurrenceStore occurrences;

  StreamJudge(RuleStore rules, OccurrenceStore occurrences) {
    this.rules = rules;
    this.occurrences = occurrences;
  }

  Optional<AlarmRule> find(StreamCondition condition) {
    return rules.list().stream()
        .filter(rule -> rule.kind() == AlarmKind.STREAM)
        .filter(rule -> condition.quantity().equals(rule.quantity()))
        .findFirst();
  }

  /** The rule, brought up to what the streams say now. */
  AlarmRule rule(StreamCondition condition) {
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

  boolean stands(AlarmRule rule, int tag) {
    return occurrences.stands(rule.id(), tag);
  }

  /** The tags at which the alarm of a rule stands. */
  List<Integer> standing(AlarmRule rule) {
    return occurrences.standing(rule.id());
  }
}
