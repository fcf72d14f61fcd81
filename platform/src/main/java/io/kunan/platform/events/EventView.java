package io.kunan.platform.events;

import io.kunan.kernel.Text;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An event as the console shows it. */
public record EventView(
    long id,
    int assetId,
    String type,
    Instant start,
    @Nullable Instant end,
    Map<String, String> attributes,
    @Nullable Long parentId,
    Text title) {

  public static EventView of(Event event) {
    return new EventView(
        event.id(),
        event.assetId(),
        event.type(),
        event.start(),
        event.end(),
        event.attributes(),
        event.parentId(),
        new Text(event.titleZh(), event.titleEn()));
  }
}
