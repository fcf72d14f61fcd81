package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.ModelCondition;
import org.springframework.stereotype.Component;

/** The rules on models: one for each condition of each model, made when it is first judged. */
@Component
class ModelJudge {
  private static final int HIGH = 2;
  private static final int MEDIUM = 3;

  private final RuleStore rules;
  private final OccurrenceStore occurrences;

  ModelJudge(RuleStore rules, OccurrenceStore occurrences) {
    this.rules = rules;
    this.occurrences = occurrences;
  }

  AlarmRule rule(ModelCondition condition, String modelCode, AssetId asset, Text name) {
    String quantity = condition.quantity(modelCode);
    return rules.list().stream()
        .filter(rule -> rule.kind() == AlarmKind.MODEL && quantity.equals(rule.quantity()))
        .findFirst()
        .orElseGet(() -> rules.add(fresh(condition, quantity, asset, name)));
  }

  private static AlarmRule fresh(
      ModelCondition condition, String quantity, AssetId asset, Text name) {
    return new AlarmRule(
        0,
        null,
        asset.value(),
        quantity,
        AlarmKind.MODEL,
        condition == ModelCondition.SILENT ? HIGH : MEDIUM,
        condition.limit(),
        0,
        0,
        true,
        "%s：%s".formatted(condition.title().zh(), name.zh()),
        "%s: %s".formatted(condition.title().en(), name.en()),
        null,
        null,
        null);
  }

  /** Whether the alarm of a rule stands: raised and not yet cleared. */
  boolean stands(AlarmRule rule, TagId target) {
    return occurrences.stands(rule.id(), target.value());
  }
}
