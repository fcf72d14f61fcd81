package io.kunan.platform.events;

import java.util.List;
import java.util.Optional;

/** What happened in the plants of this installation. */
public interface Events {
  /** Stores an event; one of the same key is replaced. */
  Event put(Event event);

  /** As {@link #put}, all or none; of many it is far faster. */
  List<Event> putAll(List<Event> events);

  Optional<Event> find(long id);

  /** The newest first. */
  List<Event> list(EventQuery query);

  long count(EventQuery query);
}
