package io.kunan.platform.alarms.internal;

import io.kunan.platform.alarms.AlarmEnd;
import io.kunan.platform.alarms.AlarmRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the alarms that nothing watches any more: their rule was switched off, retired or turned to
 * other tags, so that no point would ever clear them.
 */
@Component
class Strays {
  private final AlarmCourse course;
  private final Clock clock;

  Strays(AlarmCourse course, Clock clock) {
    this.course = course;
    this.clock = clock;
  }

  /**
   * Runs after the change of a rule is in the database, so in a transaction of its own.
   *
   * @param standing the alarms that stand
   * @param rules those that are not retired
   * @param watched what the rules on tags watch from now on
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void end(Set<Watched.Key> standing, List<AlarmRule> rules, Set<Watched.Key> watched) {
    Instant now = clock.instant();
    Map<Long, AlarmRule> byId =
        rules.stream().collect(Collectors.toMap(AlarmRule::id, Function.identity()));
    for (Watched.Key key : standing) {
      why(byId.get(key.ruleId()), watched.contains(key))
          .ifPresent(why -> course.end(key, why, now));
    }
  }

  private static Optional<AlarmEnd> why(@Nullable AlarmRule rule, boolean watched) {
    if (rule == null) {
      return Optional.of(AlarmEnd.RULE_RETIRED);
    }
    if (!rule.enabled()) {
      return Optional.of(AlarmEnd.RULE_DISABLED);
    }
    return switch (rule.kind()) {
      case LIMIT_HIGH, LIMIT_LOW, RATE, STALE ->
          watched ? Optional.empty() : Optional.of(AlarmEnd.TAG_LEFT);
      case MODEL, STREAM -> Optional.empty(); // whoever judges them watches them
    };
  }
}
