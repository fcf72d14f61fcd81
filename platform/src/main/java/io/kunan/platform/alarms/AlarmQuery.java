package io.kunan.platform.alarms;

import io.kunan.platform.assets.AssetScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms are wanted.
 *
 * @param open only those a person must still deal with, the most urgent first; else the newest
 * @param scope at which assets
 * @param priority of this priority, or null for all
 * @param from those not over before this instant, or null
 * @param to those raised before this instant, or null
 * @param page first is 0
 * @param size alarms in a page, 1…1000
 */
public record AlarmQuery(
    boolean open,
    AssetScope scope,
    @Nullable Integer priority,
    @Nullable Instant from,
    @Nullable Instant to,
    int page,
    int size) {}
