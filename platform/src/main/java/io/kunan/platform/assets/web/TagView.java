package io.kunan.platform.assets.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tag on the wire.
 *
 * @param staleAfterSeconds age of the last value above which it is stale; null where no period is
 *     expected
 */
@Schema(name = "Tag")
record TagView(
    int id,
    String name,
    int assetId,
    String quantity,
    Text label,
    Text group,
    String unit,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double limitLow,
    @Nullable Double limitHigh,
    boolean step,
    @Nullable List<TagTraits.State> states,
    String retentionClass,
    @Nullable Double expectedPeriodSeconds,
    @Nullable Double staleAfterSeconds,
    boolean virtual,
    @Nullable CompressionSettings compression) {
  private static final double NANOS = 1e9;

  static TagView of(Tag tag) {
    TagTraits traits = tag.traits();
    Duration period = traits.expectedPeriod();
    AssetId asset = tag.asset();
    return new TagView(
        tag.id().value(),
        tag.name(),
        asset.value(),
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
        period == null ? null : TagTraits.staleAfter(period).toNanos() / NANOS,
        traits.virtual(),
        CompressionSettings.of(traits.compression()));
  }
}
