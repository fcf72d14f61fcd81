package io.kunan.platform.alarms.internal;

import io.kunan.engine.history.History;
import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.platform.alarms.AlarmKind;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * From when the silence of a tag counts for a rule that begins to watch it: from its last usable
 * value, however long ago and whatever was restarted since; of a tag that never had one, from when
 * the rule was made.
 */
@Component
class SilenceStart {
  private final History history;
  private final RuleStore rules;
  private final Clock clock;

  SilenceStart(History history, RuleStore rules, Clock clock) {
    this.history = history;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Microseconds UTC for each that is to be watched. Rules that do not watch for silence begin now.
   *
   * @param created tags that were made just now; a rule older than its tag has not waited for it
   */
  Map<Watched.Key, Long> of(List<Watched> begun, Set<TagId> created) {
    List<Watched> silent =
        begun.stream().filter(one -> one.rule().kind() == AlarmKind.STALE).toList();
    Map<Integer, Long> heard = lastUsable(silent);
    Map<Long, Instant> made = silent.isEmpty() ? Map.of() : rules.madeAt();
    Instant now = clock.instant();
    Map<Watched.Key, Long> starts = new HashMap<>();
    begun.forEach(one -> starts.put(one.key(), Micros.of(now)));
    for (Watched one : silent) {
      boolean young = created.contains(new TagId(one.tagId()));
      Instant waiting = young ? now : made.getOrDefault(one.rule().id(), now);
      starts.put(one.key(), heard.getOrDefault(one.tagId(), Micros.of(waiting)));
    }
    return starts;
  }

  private Map<Integer, Long> lastUsable(List<Watched> silent) {
    List<TagId> tags = silent.stream().map(Watched::tagId).distinct().map(TagId::new).toList();
    Map<Integer, Long> times = new HashMap<>();
    for (Point point : history.lastUsable(tags)) {
      times.put(point.tag().value(), point.time());
    }
    return times;
  }
}
