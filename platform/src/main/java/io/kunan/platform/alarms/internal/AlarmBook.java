package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmChanged;
import io.kunan.platform.alarms.AlarmEnd;
import io.kunan.platform.alarms.AlarmQuery;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.AlarmState;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.alarms.ModelCondition;
import io.kunan.platform.alarms.StreamCondition;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps alarms and rules, and announces every change. */
@Component
class AlarmBook implements Alarms, StatusSource {
  private static final Duration LONGEST_SHELF = Duration.ofHours(8);

  private final RuleStore rules;
  private final RuleBook book;
  private final OccurrenceStore occurrences;
  private final ModelJudge models;
  private final StreamJudge streams;
  private final SiteAccess sites;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private volatile @Nullable List<Alarm> counted;

  AlarmBook(
      RuleStore rules,
      RuleBook book,
      OccurrenceStore occurrences,
      ModelJudge models,
      StreamJudge streams,
      SiteAccess sites,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rules = rules;
    this.book = book;
    this.occurrences = occurrences;
    this.models = models;
    this.streams = streams;
    this.sites = sites;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  void raise(Watched watched, double figure, Instant at) {
    announce(occurrences.raise(watched, figure, at).toAlarm(watched.rule()));
  }

  void clear(Watched watched, Instant at) {
    over(watched.key(), at, null);
  }

  /** An alarm is over although its condition was not seen to go away. */
  void end(Watched.Key key, AlarmEnd why, Instant at) {
    over(key, at, why);
  }

  private void over(Watched.Key key, Instant at, @Nullable AlarmEnd why) {
    occurrences.clear(key, at, why).flatMap(this::find).ifPresent(this::announce);
  }

  private void announce(Alarm alarm) {
    AfterCommit.run(
        () -> {
          counted = null;
          events.publishEvent(new AlarmChanged(alarm));
        });
  }

  @Override
  public List<Alarm> listOpen() {
    return alarms(occurrences.listOpen(clock.instant()));
  }

  @Override
  public List<Alarm> list(AlarmQuery query) {
    return alarms(occurrences.list(query, clock.instant()));
  }

  @Override
  public long count(AlarmQuery query) {
    return occurrences.count(query);
  }

  private List<Alarm> alarms(List<Occurrence> found) {
    Map<Long, AlarmRule> byId =
        rules.listWithRetired().stream()
            .collect(Collectors.toMap(AlarmRule::id, Function.identity()));
    return found.stream()
        .map(one -> one.toAlarm(Objects.requireNonNull(byId.get(one.ruleId()))))
        .toList();
  }

  @Override
  public Optional<Alarm> find(long id) {
    return occurrences
        .find(id, clock.instant())
        .flatMap(one -> rules.find(one.ruleId()).map(one::toAlarm));
  }

  private Alarm get(long id) {
    return find(id).orElseThrow(() -> Refusal.notFound("Alarm " + id));
  }

  @Override
  public StatusSource.Alarms counts(Caller person) {
    int[] open = new int[3];
    for (Alarm alarm : counted()) {
      if (sites.covers(person, new AssetId(alarm.assetId()))) {
        open[alarm.rule().priority() - 1]++;
      }
    }
    return new StatusSource.Alarms(open[0], open[1], open[2]);
  }

  /** Read anew after each change, and every few seconds as shelves run out. */
  private List<Alarm> counted() {
    List<Alarm> known = counted;
    if (known == null) {
      known = listOpen().stream().filter(alarm -> alarm.state() != AlarmState.SHELVED).toList();
      counted = known;
    }
    return known;
  }

  @Override
  public StatusSource.Alarms alarms(Caller person) {
    return counts(person);
  }

  @org.springframework.scheduling.annotation.Scheduled(fixedDelay = 10_000)
  void recount() {
    counted = null;
  }

  @Override
  @Transactional
  public Alarm acknowledge(long id, String by, @Nullable String comment) {
    get(id);
    if (occurrences.acknowledge(id, by, comment, clock.instant())) {
      audit.record(
          "ALARM_ACKNOWLEDGED", "alarm " + id, Map.of("comment", Objects.toString(comment, "")));
      announce(get(id));
    }
    return get(id);
  }

  @Override
  @Transactional
  public Alarm shelve(long id, Duration time, String by, String reason) {
    if (!time.isPositive() || time.compareTo(LONGEST_SHELF) > 0) {
      throw new InputException(
          "minutes", time.toMinutes() + " is out of range", "give 1 to 480 minutes");
    }
    Alarm alarm = get(id);
    if (!alarm.isOpen()) {
      throw Refusal.conflict("The alarm is over", "shelve an alarm that is open");
    }
    Instant until = clock.instant().plus(time);
    occurrences.shelve(alarm.rule().id(), alarm.tagId(), until, by, reason);
    audit.record(
        "ALARM_SHELVED", "alarm " + id, Map.of("until", until.toString(), "reason", reason));
    announce(get(id));
    return get(id);
  }

  @Override
  @Transactional
  public Alarm unshelve(long id) {
    Alarm alarm = get(id);
    occurrences.unshelve(alarm.rule().id(), alarm.tagId());
    audit.record("ALARM_UNSHELVED", "alarm " + id, Map.of());
    announce(get(id));
    return get(id);
  }

  @Override
  public List<AlarmRule> rules() {
    return rules.list();
  }

  @Override
  public Optional<AlarmRule> findRule(long id) {
    return rules.find(id);
  }

  @Override
  public AlarmRule save(AlarmRule rule) {
    return book.save(rule);
  }

  @Override
  public void retireRule(long id) {
    book.retire(id);
  }

  @Override
  @Transactional
  public void judge(
      ModelCondition condition,
      String modelCode,
      AssetId asset,
      TagId target,
      Text name,
      double figure) {
    AlarmRule rule = models.rule(condition, modelCode, asset, name);
    Watched watched = new Watched(rule, target.value(), asset.value());
    boolean broken = rule.enabled() && figure > rule.limit();
    boolean stands = models.stands(rule, target);
    if (broken && !stands) {
      raise(watched, figure, clock.instant());
    } else if (stands && !broken) {
      clear(watched, clock.instant());
    }
  }

  @Override
  @Transactional
  public void judge(StreamCondition condition, Tag tag, boolean holds, double figure, Instant at) {
    AlarmRule rule = streams.rule(condition);
    Watched watched = new Watched(rule, tag.id().value(), tag.asset().value());
    boolean stands = streams.stands(rule, tag.id().value());
    if (holds && !stands) {
      raise(watched, figure, at);
    } else if (stands && !holds) {
      clear(watched, at);
    }
  }

  @Override
  @Transactional
  public void end(StreamCondition condition, Instant at) {
    streams
        .find(condition)
        .ifPresent(
            rule ->
                streams
                    .standing(rule)
                    .forEach(
                        tag -> end(new Watched.Key(rule.id(), tag), AlarmEnd.JOB_STOPPED, at)));
  }

  @Override
  @Transactional
  public void forget(StreamCondition condition) {
    streams.find(condition).ifPresent(book::follow);
  }
}
