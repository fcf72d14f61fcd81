package io.kunan.platform.advice;

import io.kunan.platform.assets.AssetScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which advice is wanted.
 *
 * @param state in this state, or null for all
 * @param scope at which assets
 * @param from that which was not decided, evaluated or expired before this instant, or null
 * @param to that which was given before this instant, or null
 * @param page first is 0
 * @param size advice in a page, 1…1000
 */
public record AdviceQuery(
    @Nullable AdviceState state,
    AssetScope scope,
    @Nullable Instant from,
    @Nullable Instant to,
    int page,
    int size) {}
