package io.kunan.platform.live;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the status bar says.
 *
 * @param newestAgeSeconds age of the newest value, or null before the first
 * @param sources connections up, of those that shall be
 * @param goodShare share of live tags whose last value is good, 0…1, or null before the first
 * @param models models that serve and drift
 * @param virtualPlant whether some data come from a virtual plant
 * @param serverTime the server's clock
 * @param alarms open alarms by priority
 */
public record LiveStatus(
    @Nullable Double newestAgeSeconds,
    StatusSource.Sources sources,
    @Nullable Double goodShare,
    StatusSource.Models models,
    boolean virtualPlant,
    Instant serverTime,
    StatusSource.Alarms alarms) {}
