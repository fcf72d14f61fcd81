package io.kunan.platform.events;

import io.kunan.platform.assets.AssetScope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are wanted.
 *
 * @param scope at which assets
 * @param type of this type, or null for all
 * @param from those not over before this instant, or null
 * @param to those begun before this instant, or null
 * @param page first is 0
 * @param size events in a page, 1…1000
 * @param order by what they are sorted
 * @param down the greatest first; events that go on have no end and come last either way
 */
public record EventQuery(
    AssetScope scope,
    @Nullable String type,
    @Nullable Instant from,
    @Nullable Instant to,
    int page,
    int size,
    EventOrder order,
    boolean down) {

  /** The newest first. */
  public EventQuery(
      AssetScope scope,
      @Nullable String type,
      @Nullable Instant from,
      @Nullable Instant to,
      int page,
      int size) {
    this(scope, type, from, to, page, size, EventOrder.START, true);
  }

  /** The same in another order. */
  public EventQuery sorted(EventOrder order, boolean down) {
    return new EventQuery(scope, type, from, to, page, size, order, down);
  }
}
