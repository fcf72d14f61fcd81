package io.kunan.platform.events.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventType;
import io.kunan.platform.events.Events;
import io.kunan.platform.web.Caller;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people may say of an event. */
@Component
class EventChecks {
  private final Events events;
  private final List<EventType> types;
  private final SiteAccess sites;

  EventChecks(Events events, List<EventType> types, SiteAccess sites) {
    this.events = events;
    this.types = types.stream().sorted(Comparator.comparing(EventType::code)).toList();
    this.sites = sites;
  }

  /** The kinds of events that are known, by their codes. */
  List<EventType> types() {
    return types;
  }

  EventType type(String code) {
    return types.stream()
        .filter(type -> type.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "type",
                    "“%s” is not known".formatted(code),
                    "use "
                        + types.stream().map(EventType::code).collect(Collectors.joining(", "))));
  }

  void times(Event event) {
    if (event.end() != null && event.end().isBefore(event.start())) {
      throw new InputException("end", "lies before the start", "swap them");
    }
  }

  /** A part begins while the whole goes on, and nothing is a part of itself. */
  void parent(Event event, Caller caller) {
    if (event.parentId() == null) {
      return;
    }
    Event parent =
        find(event.parentId(), caller)
            .orElseThrow(
                () ->
                    new InputException(
                        "parentId",
                        "event %d does not exist".formatted(event.parentId()),
                        "name an event of the list, or none"));
    if (event.start().isBefore(parent.start())
        || (parent.end() != null && event.start().isAfter(parent.end()))) {
      throw new InputException(
          "parentId",
          "event %d does not go on at %s".formatted(parent.id(), event.start()),
          "name an event during which this one begins");
    }
    Optional<Event> above = Optional.of(parent);
    while (event.id() != 0 && above.isPresent()) {
      if (above.get().id() == event.id()) {
        throw new InputException(
            "parentId",
            "event %d is a part of this one".formatted(parent.id()),
            "name another event, or none");
      }
      Long next = above.get().parentId();
      above = next == null ? Optional.empty() : events.find(next);
    }
  }

  /** An event the person may see. */
  Optional<Event> find(long id, Caller caller) {
    return events.find(id).filter(event -> sites.covers(caller, new AssetId(event.assetId())));
  }
}
