package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Micros;
import io.kunan.kernel.PointBatch;
import io.kunan.kernel.TagId;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.internal.ConditionWatch.Change;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagsChanged;
import io.kunan.platform.live.PointListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Judges every live point by the rules on its tag, and the clock by those on silence. */
@Component
class AlarmWatch implements PointListener {
  /** A rule on a tag, with what it has seen. */
  private record Watch(Watched watched, ConditionWatch condition) {}

  private final RuleStore rules;
  private final OccurrenceStore occurrences;
  private final SilenceStart silence;
  private final Strays strays;
  private final AlarmCourse course;
  private final Assets assets;
  private final Clock clock;
  private Map<Integer, List<Watch>> byTag = Map.of();

  AlarmWatch(
      RuleStore rules,
      OccurrenceStore occurrences,
      SilenceStart silence,
      Strays strays,
      AlarmCourse course,
      Assets assets,
      Clock clock) {
    this.rules = rules;
    this.occurrences = occurrences;
    this.silence = silence;
    this.strays = strays;
    this.course = course;
    this.assets = assets;
    this.clock = clock;
  }

  /** Takes up the rules as they are now; what stands as an alarm already is not raised again. */
  @EventListener({ApplicationReadyEvent.class, RulesChanged.class})
  void reload() {
    reload(Set.of());
  }

  @EventListener
  void on(TagsChanged change) {
    reload(change.created());
  }

  private synchronized void reload(Set<TagId> created) {
    Map<Watched.Key, ConditionWatch> before = conditions();
    Set<Watched.Key> standing = occurrences.standing();
    List<AlarmRule> known = rules.list();
    List<Watched> wanted = wanted(known);
    Map<Watched.Key, Long> starts =
        silence.of(wanted.stream().filter(one -> !goesOn(one, before)).toList(), created);
    Map<Integer, List<Watch>> watches = new HashMap<>();
    for (Watched one : wanted) {
      Condition condition = conditionOf(one.rule());
      boolean stands = standing.contains(one.key());
      Long start = starts.get(one.key());
      ConditionWatch watch =
          start == null
              ? Objects.requireNonNull(before.get(one.key())).under(condition, stands)
              : new ConditionWatch(condition, stands, start);
      watches.computeIfAbsent(one.tagId(), _ -> new ArrayList<>()).add(new Watch(one, watch));
    }
    byTag = watches;
    strays.end(standing, known, wanted.stream().map(Watched::key).collect(Collectors.toSet()));
  }

  private Map<Watched.Key, ConditionWatch> conditions() {
    Map<Watched.Key, ConditionWatch> conditions = new HashMap<>();
    byTag
        .values()
        .forEach(all -> all.forEach(one -> conditions.put(one.watched.key(), one.condition)));
    return conditions;
  }

  private static boolean goesOn(Watched one, Map<Watched.Key, ConditionWatch> before) {
    ConditionWatch known = before.get(one.key());
    return known != null && known.kind() == one.rule().kind();
  }

  private List<Watched> wanted(List<AlarmRule> known) {
    List<Watched> wanted = new ArrayList<>();
    for (AlarmRule rule : known) {
      if (rule.enabled()) {
        for (Tag tag : tagsOf(rule)) {
          wanted.add(new Watched(rule, tag.id().value(), tag.asset().value()));
        }
      }
    }
    return wanted;
  }

  private List<Tag> tagsOf(AlarmRule rule) {
    if (rule.tagId() != null) {
      return assets.tags().find(new TagId(rule.tagId())).stream().toList();
    }
    if (rule.assetId() == null) {
      return List.of();
    }
    return assets.tags().inSubtree(new AssetId(rule.assetId())).stream()
        .filter(tag -> tag.traits().quantity().equals(rule.quantity()))
        .toList();
  }

  private static Condition conditionOf(AlarmRule rule) {
    long delay = Math.round(rule.delaySeconds() * Micros.PER_SECOND);
    return new Condition(rule.kind(), rule.limit(), rule.deadband(), delay);
  }

  @Override
  public synchronized void onPoints(PointBatch batch) {
    for (int i = 0; i < batch.size(); i++) {
      for (Watch watch : byTag.getOrDefault(batch.tag(i), List.of())) {
        long time = batch.time(i);
        apply(watch, watch.condition.onPoint(time, batch.value(i), batch.quality(i)), time);
      }
    }
  }

  /** Silence grows with the clock. */
  @Scheduled(fixedDelay = 1_000)
  synchronized void tick() {
    long now = Micros.of(clock.instant());
    for (List<Watch> watches : byTag.values()) {
      for (Watch watch : watches) {
        apply(watch, watch.condition.onTick(now), now);
      }
    }
  }

  private void apply(Watch watch, Change change, long time) {
    switch (change) {
      case NONE -> {}
      case RAISED -> course.raise(watch.watched, watch.condition.figure(), Micros.toInstant(time));
      case CLEARED -> course.clear(watch.watched, Micros.toInstant(time));
    }
  }
}
