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
 * @param exceptionDeviation first stage of its compression; absent where all points are kept
 * @param doorDeviation second stage
 * @param compressionLongest after so many seconds a point is kept in any case
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
    @Nullable Boolean virtual,
    @Nullable Double exceptionDeviation,
    @Nullable Double doorDeviation,
    @Nullable Double compressionLongest) {
  private static final double NANOS = 1e9;

  static TagLine of(String path, Tag tag) {
    return of(tag.name(), path, tag.traits());
  }

  static TagLine of(String name, @Nullable String path, TagTraits traits) {
    Duration period = traits.expectedPeriod();
    TagTraits.Compression rule = traits.compression();
    return new TagLine(
        name,
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
        traits.virtual(),
        rule == null ? null : rule.exceptionDeviation(),
        rule == null ? null : rule.doorDeviation(),
        rule == null ? null : rule.longest().toNanos() / NANOS);
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
        Boolean.TRUE.equals(virtual),
        compression());
  }

  /** Its longest time switches compression on; a deviation that is not given is none. */
  private TagTraits.@Nullable Compression compression() {
    if (compressionLongest == null) {
      if (exceptionDeviation != null || doorDeviation != null) {
        throw new InputException(
            "compressionLongest", "is missing", "give seconds, or leave both deviations out too");
      }
      return null;
    }
    return new TagTraits.Compression(
        Objects.requireNonNullElse(exceptionDeviation, 0.0),
        Objects.requireNonNullElse(doorDeviation, 0.0),
        Duration.ofNanos(Math.round(compressionLongest * NANOS)));
  }

  private static String present(String field, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new InputException(field, "is missing", "fill it in");
    }
    return value.strip();
  }
}
