package io.kunan.platform.alarms.web;

import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.platform.alarms.AlarmKind;
import io.kunan.platform.alarms.AlarmRule;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/** A rule as people read and write it. */
record AlarmRuleView(
    long id,
    @Nullable Integer tagId,
    @Nullable Integer assetId,
    @Nullable String quantity,
    @NotNull AlarmKind kind,
    @Min(1) @Max(3) @Schema(allowableValues = {"1", "2", "3"}) int priority,
    double limit,
    @PositiveOrZero double deadband,
    @PositiveOrZero @Max(86_400) double delaySeconds,
    boolean enabled,
    @NotNull Text title,
    @Nullable Text cause,
    @Nullable Text consequence,
    @Nullable Text action) {
  private static final int MOST = 500;

  static AlarmRuleView of(AlarmRule rule) {
    return new AlarmRuleView(
        rule.id(),
        rule.tagId(),
        rule.assetId(),
        rule.quantity(),
        rule.kind(),
        rule.priority(),
        rule.limit(),
        rule.deadband(),
        rule.delaySeconds(),
        rule.enabled(),
        new Text(rule.titleZh(), rule.titleEn()),
        rule.cause(),
        rule.consequence(),
        rule.action());
  }

  AlarmRule toRule(long number) {
    return new AlarmRule(
        number,
        tagId,
        assetId,
        quantity,
        kind,
        priority,
        limit,
        deadband,
        delaySeconds,
        enabled,
        title.zh(),
        title.en(),
        words("cause", cause),
        words("consequence", consequence),
        words("action", action));
  }

  /** Said in one language it serves for both; said in none it is left out. */
  private static @Nullable Text words(String field, @Nullable Text text) {
    if (text == null || (text.zh().isBlank() && text.en().isBlank())) {
      return null;
    }
    if (Math.max(text.zh().length(), text.en().length()) > MOST) {
      throw new InputException(field, "is too long", "give at most %d characters".formatted(MOST));
    }
    return new Text(
        text.zh().isBlank() ? text.en() : text.zh(), text.en().isBlank() ? text.zh() : text.en());
  }
}
