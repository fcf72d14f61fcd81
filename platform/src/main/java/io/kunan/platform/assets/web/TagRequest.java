package io.kunan.platform.assets.web;

import io.kunan.kernel.Text;
import io.kunan.platform.assets.TagTraits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tag to make or to change. */
record TagRequest(
    @NotNull String name,
    @NotNull @Positive Integer assetId,
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
  TagTraits traits() {
    return new TraitsBody(
            quantity,
            label,
            group,
            unit,
            low,
            high,
            limitLow,
            limitHigh,
            step,
            states,
            retentionClass,
            expectedPeriodSeconds,
            virtual,
            compression)
        .traits();
  }
}
