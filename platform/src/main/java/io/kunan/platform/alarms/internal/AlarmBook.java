package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmQuery;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.alarms.ModelCondition;
import io.kunan.platform.alarms.StreamCondition;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The face of the alarms: each question goes to the part that answers it. */
@Component
class AlarmBook implements Alarms {
  private final AlarmReader alarms;
  private final OccurrenceStore occurrences;
  private final OpenCounts counts;
  private final AlarmAnswers answers;
  private final RuleStore rules;
  private final RuleBook book;
  private final ModelJudge models;
  private final StreamJudge streams;

  AlarmBook(
      AlarmReader alarms,
      OccurrenceStore occurrences,
      OpenCounts counts,
      AlarmAnswers answers,
      RuleStore rules,
      RuleBook book,
      ModelJudge models,
      StreamJudge streams) {
    this.alarms = alarms;
    this.occurrences = occurrences;
    this.counts = counts;
    this.answers = answers;
    this.rules = rules;
    this.book = book;
    this.models = models;
    this.streams = streams;
  }

  @Override
  public List<Alarm> listOpen() {
    return alarms.listOpen();
  }

  @Override
  public List<Alarm> list(AlarmQuery query) {
    return alarms.list(query);
  }

  @Override
  public long count(AlarmQuery query) {
    return occurrences.count(query);
  }

  @Override
  public Optional<Alarm> find(long id) {
    return alarms.find(id);
  }

  @Override
  public StatusSource.Alarms counts(Caller person) {
    return counts.alarms(person);
  }

  @Override
  public Alarm acknowledge(long id, String by, @Nullable String comment) {
    return answers.acknowledge(id, by, comment);
  }

  @Override
  public Alarm shelve(long id, Duration time, String by, String reason) {
    return answers.shelve(id, time, by, reason);
  }

  @Override
  public Alarm unshelve(long id) {
    return answers.unshelve(id);
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
  public void judge(
      ModelCondition condition,
      String modelCode,
      AssetId asset,
      TagId target,
      Text name,
      double figure) {
    models.judge(condition, modelCode, asset, target, name, figure);
  }

  @Override
  public void judge(StreamCondition condition, Tag tag, boolean holds, double figure, Instant at) {
    streams.judge(condition, tag, holds, figure, at);
  }

  @Override
  public void end(StreamCondition condition, Instant at) {
    streams.end(condition, at);
  }

  @Override
  public void forget(StreamCondition condition) {
    streams.forget(condition);
  }
}
