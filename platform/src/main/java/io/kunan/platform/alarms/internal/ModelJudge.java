package io.kunan.platform.alarms.internal;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.TagId;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.kunan.platform.alarms.ModelCondition;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules on models: one for each condition of each model, made when it is first judged. */
@Component
class ModelJudge {
  private static final int HIGH = 2;
  private static final int MEDIUM = 3;

  private final RuleStore rules;
  private final AlarmCourse course;
  private final Clock clock;

  ModelJudge(RuleStore rules, AlarmCourse course, Clock clock) {
    this.rules = rules;
    this.course = course;
    this.clock = clock;
  }

  @Transactional
  public void judge(
      ModelCondition condition,
      String modelCode,
      AssetId asset,
      TagId target,
      Text name,
      double figure) {
    AlarmRule rule = rule(condition, modelCode, asset, name);
    boolean broken = rule.enabled() && figure > rule.limit();
    course.judge(new Watched(rule, target.value(), asset.value()), broken, figure, clock.instant());
  }

  private AlarmRule rule(ModelCondition condition, String modelCode, AssetId asset, Text name) {
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
}
