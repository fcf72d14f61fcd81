package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmQuery;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what happened as alarms: each with its rule, also a retired one. */
@Component
class AlarmReader {
  private final RuleStore rules;
  private final OccurrenceStore occurrences;
  private final Clock clock;

  AlarmReader(RuleStore rules, OccurrenceStore occurrences, Clock clock) {
    this.rules = rules;
    this.occurrences = occurrences;
    this.clock = clock;
  }

  /** Those a person must still deal with, the most urgent and newest first. */
  List<Alarm> listOpen() {
    return alarms(occurrences.listOpen(clock.instant()));
  }

  List<Alarm> list(AlarmQuery query) {
    return alarms(occurrences.list(query, clock.instant()));
  }

  private List<Alarm> alarms(List<Occurrence> found) {
    Map<Long, AlarmRule> byId =
        rules.listWithRetired().stream()
            .collect(Collectors.toMap(AlarmRule::id, Function.identity()));
    return found.stream()
        .map(one -> one.toAlarm(Objects.requireNonNull(byId.get(one.ruleId()))))
        .toList();
  }

  Optional<Alarm> find(long id) {
    return occurrences
        .find(id, clock.instant())
        .flatMap(one -> rules.find(one.ruleId()).map(one::toAlarm));
  }

  /** The alarm, or 404. */
  Alarm get(long id) {
    return find(id).orElseThrow(() -> Refusal.notFound("Alarm " + id));
  }
}
