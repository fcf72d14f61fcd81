package io.kunan.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What happened in the plants of this installation. */
public interface Events {
  /** Stores an event; one of the same key is replaced, unless a person has corrected it. */
  Event put(Event event);

  /** As {@link #put}, all or none; of many it is far faster. */
  List<Event> putAll(List<Event> events);

  /**
   * What a person says of an event. It stands when the source tells the event again: that only ends
   * what still goes on.
   *
   * @param by the person
   * @throws io.kunan.platform.web.Refusal 404 for an unknown event
   */
  Event correct(Event event, String by);

  Optional<Event> find(long id);

  /** Those of which an event is the parent, the oldest first. */
  List<Event> parts(long id);

  /** A page of those wanted, in the order asked for. */
  List<Event> list(EventQuery query);

  /** All of those wanted, whatever the page, one after the other as the database hands them out. */
  void each(EventQuery query, Consumer<Event> taker);

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
