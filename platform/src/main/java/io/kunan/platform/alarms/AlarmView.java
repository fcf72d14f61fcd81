package io.kunan.platform.alarms;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alarm as the console shows it. */
public record AlarmView(
    long id,
    long ruleId,
    int assetId,
    int tagId,
    @Schema(allowableValues = {"1", "2", "3"}) int priority,
    AlarmState state,
    Text title,
    Text detail,
    AlarmKind kind,
    double value,
    double limit,
    String unit,
    Instant raisedAt,
    @Nullable Instant clearedAt,
    @Nullable AlarmEnd endedBy,
    @Nullable String acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant shelvedUntil,
    @Nullable String shelvedBy,
    @Nullable String shelveReason) {

  /** The view of an alarm on a tag; empty when the tag was deleted. */
  public static AlarmView of(Alarm alarm, Optional<Tag> tag) {
    Text label = tag.map(one -> one.traits().label()).orElse(Text.same("?"));
    String unit = unit(alarm.rule(), tag.map(Tag::unit).orElse(""));
    return new AlarmView(
        alarm.id(),
        alarm.rule().id(),
        alarm.assetId(),
        alarm.tagId(),
        alarm.rule().priority(),
        alarm.state(),
        new Text(alarm.rule().titleZh(), alarm.rule().titleEn()),
        detail(alarm, label, unit),
        alarm.rule().kind(),
        alarm.figure(),
        alarm.limit(),
        unit,
        alarm.raisedAt(),
        alarm.clearedAt(),
        alarm.endedBy(),
        alarm.acknowledgedBy(),
        alarm.acknowledgedAt(),
        alarm.shelvedUntil(),
        alarm.shelvedBy(),
        alarm.shelveReason());
  }

  private static String unit(AlarmRule rule, String ofTag) {
    return switch (rule.kind()) {
      case LIMIT_HIGH, LIMIT_LOW -> ofTag;
      case RATE -> ofTag + "/min";
      case STALE -> "s";
      case MODEL -> ModelCondition.of(rule).map(ModelCondition::unit).orElse("");
      case STREAM -> "";
    };
  }

  private static Text detail(Alarm alarm, Text label, String unit) {
    String figure = "%.4g".formatted(alarm.figure());
    String limit = "%.4g".formatted(alarm.limit());
    return switch (alarm.rule().kind()) {
      case LIMIT_HIGH ->
          new Text(
              "%s %s %s，高于限值 %s".formatted(label.zh(), figure, unit, limit),
              "%s %s %s, above the limit %s".formatted(label.en(), figure, unit, limit));
      case LIMIT_LOW ->
          new Text(
              "%s %s %s，低于限值 %s".formatted(label.zh(), figure, unit, limit),
              "%s %s %s, below the limit %s".formatted(label.en(), figure, unit, limit));
      case RATE ->
          new Text(
              "%s 变化 %s %s，快于 %s".formatted(label.zh(), figure, unit, limit),
              "%s changes by %s %s, faster than %s".formatted(label.en(), figure, unit, limit));
      case STALE ->
          new Text(
              "%s 已 %s s 没有可用值".formatted(label.zh(), figure),
              "%s has had no usable value for %s s".formatted(label.en(), figure));
      case MODEL ->
          new Text(
              "%s 的预测：%s %s，限值 %s".formatted(label.zh(), figure, unit, limit),
              "forecast of %s: %s %s, limit %s".formatted(label.en(), figure, unit, limit));
      case STREAM ->
          new Text(
              "%s 处规则成立：%s，限值 %s".formatted(label.zh(), figure, limit),
              "the rule holds at %s: %s, limit %s".formatted(label.en(), figure, limit));
    };
  }
}
