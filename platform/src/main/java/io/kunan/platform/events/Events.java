package io.kunan.platform.events;

import java.util.List;
import java.util.Optional;

/** What happened in the plants of this installation. */
public interface Events {
  /** Stores an event; one of the same key is replaced. */
  Event put(Event event);

  Optional<Event> find(long id);

  /** The newest first. */
  List<Event> list(EventQuery query);

  long count(EventQuery query);
}
