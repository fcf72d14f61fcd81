package io.kunan.platform.events.internal;

import io.kunan.platform.database.AfterCommit;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.EventStored;
import io.kunan.platform.events.Events;
import io.kunan.platform.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores events and announces them. */
@Component
class EventBook implements Events {
  private final EventStore store;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  EventBook(
      EventStore store,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.store = store;
    this.events = events;
    this.clock = clock;
    transaction = new TransactionTemplate(transactions);
  }

  @Override
  public Event put(Event event) {
    Event stored = store.put(event);
    events.publishEvent(new EventStored(stored));
    return stored;
  }

  @Override
  public List<Event> putAll(List<Event> all) {
    List<Event> stored =
        Objects.requireNonNull(
            transaction.execute(status -> all.stream().map(store::put).toList()));
    stored.forEach(event -> events.publishEvent(new EventStored(event)));
    return stored;
  }

  @Override
  public Event correct(Event event, String by) {
    Event stored =
        store
            .correct(event, by, clock.instant())
            .orElseThrow(() -> Refusal.notFound("Event " + event.id()));
    AfterCommit.run(() -> events.publishEvent(new EventStored(stored)));
    return stored;
  }

  @Override
  public List<Event> parts(long id) {
    return store.parts(id);
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
  public void each(EventQuery query, Consumer<Event> taker) {
    transaction.executeWithoutResult(_ -> store.each(query, taker));
  }

  @Override
  public long count(EventQuery query) {
    return store.count(query);
  }

  @Override
  public List<Event> told(String keyPrefix, Instant from) {
    return store.told(keyPrefix, from);
  }

  @Override
  public Optional<Event> find(String key) {
    return store.find(key);
  }

  @Override
  public Optional<Event> newest(String keyPrefix) {
    return store.newest(keyPrefix);
  }

  @Override
  public void withdraw(Event event) {
    store.remove(event.id());
  }
}
