package io.kunan.platform.assets.web;

import io.kunan.platform.assets.TagTraits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Compression of a tag on the wire.
 *
 * @param exceptionDeviation of the exception test, in the unit of the tag
 * @param doorDeviation of the swinging door, in the unit of the tag
 * @param longestSeconds after this a point is kept in any case
 */
record CompressionSettings(double exceptionDeviation, double doorDeviation, double longestSeconds) {
  private static final double NANOS = 1e9;

  static @Nullable CompressionSettings of(TagTraits.@Nullable Compression rule) {
    return rule == null
        ? null
        : new CompressionSettings(
            rule.exceptionDeviation(), rule.doorDeviation(), rule.longest().toNanos() / NANOS);
  }

  TagTraits.Compression rule() {
    return new TagTraits.Compression(
        exceptionDeviation, doorDeviation, Duration.ofNanos(Math.round(longestSeconds * NANOS)));
  }
}
