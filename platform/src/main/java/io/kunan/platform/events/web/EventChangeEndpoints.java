package io.kunan.platform.events.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventView;
import io.kunan.platform.events.Events;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people say of events: that one happened, that it is over, how it really was. */
@RestController
@RequestMapping("/api/events")
@Requires(Role.OPERATOR)
class EventChangeEndpoints {
  /** The attribute that holds what people wrote. */
  private static final String NOTE = "note";

  private final Events events;
  private final EventChecks checks;
  private final SiteAccess sites;
  private final AuditTrail audit;
  private final Clock clock;

  EventChangeEndpoints(
      Events events, EventChecks checks, SiteAccess sites, AuditTrail audit, Clock clock) {
    this.events = events;
    this.checks = checks;
    this.sites = sites;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param title null for the name of the type, or for the title it has
   * @param attributes null for those it has
   */
  record EventRequest(
      int assetId,
      @NotBlank String type,
      @NotNull Instant start,
      @Nullable Instant end,
      @Nullable Text title,
      @Nullable @Size(max = 500) String note,
      @Nullable Long parentId,
      @Nullable Map<String, String> attributes) {}

  /**
   * @param end when it was over; null for now
   */
  record EndRequest(@Nullable Instant end) {}

  @PostMapping
  @Transactional
  public EventView add(@Valid @RequestBody EventRequest request, Caller caller) {
    Text title = Objects.requireNonNullElse(request.title(), checks.type(request.type()).name());
    Event wanted = event(request, 0, "person:" + UUID.randomUUID(), title, Map.of());
    check(wanted, caller);
    Event stored = events.put(wanted);
    audit.record("EVENT_CREATED", "event " + stored.id(), stored);
    return EventView.of(stored);
  }

  /** As it really was. It stays so when the source tells the event again. */
  @PutMapping("/{id}")
  @Transactional
  public EventView correct(
      @PathVariable long id, @Valid @RequestBody EventRequest request, Caller caller) {
    Event before = visible(id, caller);
    boolean sameType = request.type().equals(before.type());
    Text known =
        sameType
            ? new Text(before.titleZh(), before.titleEn())
            : checks.type(request.type()).name();
    Text title = Objects.requireNonNullElse(request.title(), known);
    Event wanted = event(request, id, before.key(), title, before.attributes());
    check(wanted, caller);
    return corrected("EVENT_CORRECTED", before, wanted, caller);
  }

  @PostMapping("/{id}/end")
  @Transactional
  public EventView end(
      @PathVariable long id, @Valid @RequestBody EndRequest request, Caller caller) {
    Event before = visible(id, caller);
    if (before.end() != null) {
      throw Refusal.conflict(
          "The event is over since " + before.end(), "correct its end if that is wrong");
    }
    Instant end = Objects.requireNonNullElse(request.end(), clock.instant());
    Event wanted =
        new Event(
            id,
            before.assetId(),
            before.type(),
            before.key(),
            before.start(),
            end,
            before.parentId(),
            before.titleZh(),
            before.titleEn(),
            before.attributes());
    checks.times(wanted);
    return corrected("EVENT_ENDED", before, wanted, caller);
  }

  private static Event event(
      EventRequest request, long id, String key, Text title, Map<String, String> known) {
    Map<String, String> attributes =
        new HashMap<>(Objects.requireNonNullElse(request.attributes(), known));
    if (request.note() == null || request.note().isBlank()) {
      attributes.remove(NOTE);
    } else {
      attributes.put(NOTE, request.note().strip());
    }
    return new Event(
        id,
        request.assetId(),
        request.type(),
        key,
        request.start(),
        request.end(),
        request.parentId(),
        title.zh(),
        title.en(),
        attributes);
  }

  private void check(Event wanted, Caller caller) {
    if (wanted.assetId() <= 0) {
      throw new InputException(
          "assetId", wanted.assetId() + " is no asset", "give a positive number");
    }
    sites.asset(caller, new AssetId(wanted.assetId()));
    checks.times(wanted);
    checks.parent(wanted, caller);
  }

  private EventView corrected(String action, Event before, Event wanted, Caller caller) {
    Event after = events.correct(wanted, caller.username());
    audit.record(action, "event " + after.id(), Map.of("before", before, "after", after));
    return EventView.of(after);
  }

  private Event visible(long id, Caller caller) {
    return checks.find(id, caller).orElseThrow(() -> Refusal.notFound("Event " + id));
  }
}
