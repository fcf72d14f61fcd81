package io.kunan.platform.assets.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tag in a file.
 *
 * @param asset path of its asset
 * @param period expected period, seconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TagLine(
    @Nullable String name,
    @Nullable String asset,
    @Nullable String quantity,
    @Nullable Text label,
    @Nullable Text group,
    @Nullable String unit,
    @Nullable Double low,
    @Nullable Double high,
    @Nullable Double limitLow,
    @Nullable Double limitHigh,
    @Nullable Boolean step,
    @Nullable List<TagTraits.State> states,
    @Nullable String retentionClass,
    @Nullable Double period,
    @Nullable Boolean virtual) {
  private static final double NANOS = 1e9;

  static TagLine of(String path, Tag tag) {
    TagTraits traits = tag.traits();
    Duration period = traits.expectedPeriod();
    return new TagLine(
        tag.name(),
        path,
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
        traits.virtual());
  }

  String nameOrRefuse() {
    return present("name", name);
  }

  String assetOrRefuse() {
    return present("asset", asset);
  }

  TagTraits traits() {
    String measured = present("quantity", quantity);
    return new TagTraits(
        measured,
        label == null ? Text.same(measured) : label,
        group == null ? Text.same("") : group,
        unit == null ? "" : unit,
        low,
        high,
        limitLow,
        limitHigh,
        Boolean.TRUE.equals(step),
        states == null ? List.of() : states,
        Objects.requireNonNullElse(retentionClass, TagTraits.DEFAULT_CLASS),
        period == null ? null : Duration.ofNanos(Math.round(period * NANOS)),
        Boolean.TRUE.equals(virtual));
  }

  private static String present(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InputException(field, "is missing", "fill it in");
    }
    return value.strip();
  }
}
