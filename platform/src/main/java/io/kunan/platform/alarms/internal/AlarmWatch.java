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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final AlarmBook book;
  private final Assets assets;
  private final Clock clock;
  private Map<Integer, List<Watch>> byTag = Map.of();

  AlarmWatch(
      RuleStore rules, OccurrenceStore occurrences, AlarmBook book, Assets assets, Clock clock) {
    this.rules = rules;
    this.occurrences = occurrences;
    this.book = book;
    this.assets = assets;
    this.clock = clock;
  }

  /** Takes up the rules as they are now; what stands as an alarm already is not raised again. */
  @EventListener({ApplicationReadyEvent.class, TagsChanged.class, RulesChanged.class})
  synchronized void reload() {
    Set<List<Number>> standing = new HashSet<>();
    for (Occurrence open : occurrences.listOpen(clock.instant())) {
      if (open.clearedAt() == null) {
        standing.add(List.of(open.ruleId(), open.tagId()));
      }
    }
    long now = Micros.of(clock.instant());
    Map<Integer, List<Watch>> watches = new HashMap<>();
    for (AlarmRule rule : rules.list()) {
      if (rule.enabled()) {
        for (Tag tag : tagsOf(rule)) {
          int number = tag.id().value();
          boolean active = standing.contains(List.<Number>of(rule.id(), number));
          Watched watched = new Watched(rule, number, tag.asset().value());
          ConditionWatch condition = new ConditionWatch(conditionOf(rule), active, now);
          watches
              .computeIfAbsent(number, _ -> new ArrayList<>())
              .add(new Watch(watched, condition));
        }
      }
    }
    byTag = watches;
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
      case RAISED -> book.raise(watch.watched, watch.condition.figure(), Micros.toInstant(time));
      case CLEARED -> book.clear(watch.watched, Micros.toInstant(time));
    }
  }
}
