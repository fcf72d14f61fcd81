package io.kunan.platform.events;

import java.time.Instant;
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

  /** Those whose key begins so and which were not over before an instant, the oldest first. */
  List<Event> told(String keyPrefix, Instant from);

  /** The one of this key. */
  Optional<Event> find(String key);

  /** The one that began last of those whose key begins so. */
  Optional<Event> newest(String keyPrefix);

  /** What turned out not to have happened. */
  void withdraw(Event event);
}
