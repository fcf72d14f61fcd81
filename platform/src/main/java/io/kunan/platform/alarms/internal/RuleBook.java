package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.ModelCondition;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes, changes and retires rules; each change is in the audit trail and watched by at once. */
@Component
class RuleBook {
  private final RuleStore rules;
  private final Assets assets;
  private final AuditTrail audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  RuleBook(
      RuleStore rules,
      Assets assets,
      AuditTrail audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.rules = rules;
    this.assets = assets;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  @Transactional
  public AlarmRule save(AlarmRule rule) {
    check(rule);
    boolean fresh = rule.id() == 0;
    AlarmRule saved = fresh ? rules.add(rule) : change(rule);
    audit.record(
        fresh ? "ALARM_RULE_CREATED" : "ALARM_RULE_CHANGED",
        "alarm rule %d %s".formatted(saved.id(), saved.titleEn()),
        saved);
    announce();
    return saved;
  }

  /** The kind stays: by it the alarms of the past are read. */
  private AlarmRule change(AlarmRule rule) {
    AlarmRule before =
        rules
            .find(rule.id())
            .flatMap(known -> rules.change(rule).map(changed -> known))
            .orElseThrow(() -> Refusal.notFound("Alarm rule " + rule.id()));
    if (before.kind() != rule.kind()) {
      throw new InputException(
          "kind",
          "a rule of kind %s cannot become %s, its alarms would be misread"
              .formatted(before.kind(), rule.kind()),
          "retire it and make a new rule");
    }
    return rule;
  }

  private void check(AlarmRule rule) {
    if (rule.kind() == AlarmKind.STREAM) {
      throw new InputException(
          "kind", "STREAM rules are made with their stream job", "change the stream job");
    }
    if (rule.kind() == AlarmKind.MODEL && ModelCondition.of(rule).isEmpty()) {
      throw new InputException(
          "kind", "MODEL rules are made with their model", "change the one there is");
    }
    if (rule.tagId() != null) {
      assets.tags().get(new TagId(rule.tagId()));
    } else if (rule.assetId() != null && rule.quantity() != null) {
      assets.tree().get(new AssetId(rule.assetId()));
    } else {
      throw new InputException(
          "tagId", "the rule names neither a tag nor a quantity below an asset", "name one");
    }
    if (!Double.isFinite(rule.limit()) || rule.deadband() < 0 || rule.delaySeconds() < 0) {
      throw new InputException(
          "limit", "limit, dead-band or delay is out of range", "give numbers, none negative");
    }
  }

  @Transactional
  public void retire(long id) {
    AlarmRule rule =
        rules.retire(id, clock.instant()).orElseThrow(() -> Refusal.notFound("Alarm rule " + id));
    audit.record("ALARM_RULE_RETIRED", "alarm rule %d %s".formatted(id, rule.titleEn()), rule);
    announce();
  }

  /** Retires the rule of something that is gone itself; its end is audited there. */
  void follow(AlarmRule rule) {
    rules.retire(rule.id(), clock.instant());
    announce();
  }

  private void announce() {
    AfterCommit.run(() -> events.publishEvent(new RulesChanged()));
  }
}
