package io.kunan.platform.events;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something with a start and an end at an asset.
 *
 * @param id number, 0 for one not yet stored
 * @param assetId where it happened
 * @param type such as ANODE_CHANGE; stable, in capitals
 * @param key name of this happening that stays the same when it is told again
 * @param start when it began
 * @param end when it was over; null while it goes on
 * @param parentId the event of which it is a part, or null
 * @param titleZh what happened, in Chinese
 * @param titleEn what happened, in English
 * @param attributes further figures by name, with their unit in the name
 */
public record Event(
    long id,
    int assetId,
    String type,
    String key,
    Instant start,
    @Nullable Instant end,
    @Nullable Long parentId,
    String titleZh,
    String titleEn,
    Map<String, String> attributes) {
  public Event {
    attributes = Map.copyOf(attributes);
  }
}
