package io.kunan.platform.events.internal;

import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.EventStored;
import io.kunan.platform.events.Events;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Stores events and announces them. */
@Component
class EventBook implements Events {
  private final EventStore store;
  private final ApplicationEventPublisher events;

  EventBook(EventStore store, ApplicationEventPublisher events) {
    this.store = store;
    this.events = events;
  }

  @Override
  public Event put(Event event) {
    Event stored = store.put(event);
    events.publishEvent(new EventStored(stored));
    return stored;
  }

  @Override
  public Optional<Event> find(long id) {
    return store.find(id);
  }

  @Override
  public List<Event> list(EventQuery query) {
    return store.list(query);
  }

  @Override
  public long count(EventQuery query) {
    return store.count(query);
  }
}
