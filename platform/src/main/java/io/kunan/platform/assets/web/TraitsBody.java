package io.kunan.platform.assets.web;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.TagTraits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a tag measures, on the wire. */
record TraitsBody(
    @NotNull String quantity,
    @NotNull Text label,
    @Nullable Text group,
    @NotNull String unit,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double limitLow,
    @Nullable Double limitHigh,
    @Nullable Boolean step,
    @Nullable List<TagTraits.State> states,
    @Nullable String retentionClass,
    @Nullable @Positive Double expectedPeriodSeconds,
    @Nullable Boolean virtual,
    @Nullable CompressionSettings compression) {
  private static final double NANOS = 1e9;

  static TraitsBody of(TagTraits traits) {
    Duration period = traits.expectedPeriod();
    return new TraitsBody(
        traits.quantity(),
        traits.label(),
        traits.group(),
        traits.unit(),
        traits.low(),
        traits.high(),
        traits.limitLow(),
        traits.limitHigh(),
        traits.step(),
        traits.states().isEmpty() ? null : traits.states(),
        traits.retentionClass(),
        period == null ? null : period.toNanos() / NANOS,
        traits.virtual(),
        CompressionSettings.of(traits.compression()));
  }

  TagTraits traits() {
    return new TagTraits(
        quantity,
        label,
        Objects.requireNonNullElse(group, Text.same("")),
        unit,
        low,
        high,
        limitLow,
        limitHigh,
        Objects.requireNonNullElse(step, false),
        Objects.requireNonNullElse(states, List.of()),
        Objects.requireNonNullElse(retentionClass, TagTraits.DEFAULT_CLASS),
        expectedPeriodSeconds == null
            ? null
            : Duration.ofNanos(Math.round(expectedPeriodSeconds * NANOS)),
        Objects.requireNonNullElse(virtual, false),
        compression == null ? null : compression.rule());
  }
}
