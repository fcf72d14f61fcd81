package io.kunan.platform.connect;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in the plant as its control system told it: an anode change, a tap, an
 * anode effect. An event that is still going on is told again, with its end, when it is over.
 *
 * @param connection number of the connection that brought it
 * @param key name of this happening that stays the same when it is told again; unique in the
 *     connection
 * @param source node id of the equipment in the address space of the server, with the namespace URI
 * @param sourceName name of the equipment as the server gives it, such as a pot number
 * @param type type of the event as the server names it, such as ANODE_CHANGE
 * @param start when it began
 * @param end when it was over; null while it goes on
 * @param severity 1 (information) … 1000 (catastrophe), OPC UA Part 5
 * @param message text of the server
 * @param attributes further fields of the event type by name
 */
public record PlantEvent(
    int connection,
    String key,
    String source,
    String sourceName,
    String type,
    Instant start,
    @Nullable Instant end,
    int severity,
    String message,
    Map<String, String> attributes) {
  public PlantEvent {
    attributes = Map.copyOf(attributes);
  }
}
