package io.kunan.platform.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param assetIds at these assets; empty for all
 * @param type of this type, or null for all
 * @param from those not over before this instant, or null
 * @param to those begun before this instant, or null
 * @param page first is 0
 * @param size events in a page, 1…1000
 */
public record EventQuery(
    List<Integer> assetIds,
    @Nullable String type,
    @Nullable Instant from,
    @Nullable Instant to,
    int page,
    int size) {
  public EventQuery {
    assetIds = List.copyOf(assetIds);
  }
}
