package io.kunan.platform.events.web;

import io.kunan.kernel.AssetId;
import io.kunan.platform.assets.AssetScope;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventOrder;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.EventView;
import io.kunan.platform.events.Events;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What happened. */
@RestController
@RequestMapping("/api")
class EventEndpoints {
  private final Events events;
  private final EventChecks checks;
  private final SiteAccess sites;
  private final Assets assets;

  EventEndpoints(Events events, EventChecks checks, SiteAccess sites, Assets assets) {
    this.assets = assets;
    this.events = events;
    this.checks = checks;
    this.sites = sites;
  }

  record EventTypeView(String code, String zh, String en) {}

  @Requires(Role.VIEWER)
  @GetMapping("/event-types")
  List<EventTypeView> types() {
    return checks.types().stream()
        .map(type -> new EventTypeView(type.code(), type.name().zh(), type.name().en()))
        .toList();
  }

  @Requires(Role.VIEWER)
  @GetMapping("/events")
  Listing<EventView> list(
      @RequestParam(required = false) @Nullable Integer assetId,
      @RequestParam(defaultValue = "true") boolean subtree,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "START") EventOrder sort,
      @RequestParam(defaultValue = "true") boolean down,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Paging paging = new Paging(page, size);
    EventQuery query =
        new EventQuery(
                scope(assetId, subtree, caller), type, from, to, paging.page(), paging.size())
            .sorted(sort, down);
    return new Listing<>(
        events.list(query).stream().map(EventView::of).toList(), events.count(query));
  }

  /** All events that {@link #list} pages through. */
  @Requires(Role.VIEWER)
  @GetMapping("/events/export")
  ResponseEntity<StreamingResponseBody> export(
      @RequestParam(required = false) @Nullable Integer assetId,
      @RequestParam(defaultValue = "true") boolean subtree,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "START") EventOrder sort,
      @RequestParam(defaultValue = "true") boolean down,
      Caller caller) {
    EventQuery query =
        new EventQuery(scope(assetId, subtree, caller), type, from, to, 0, 1).sorted(sort, down);
    return EventTable.download(assets.tree(), taker -> events.each(query, taker));
  }

  private AssetScope scope(@Nullable Integer assetId, boolean subtree, Caller caller) {
    AssetScope all = sites.scope(caller, assetId);
    return subtree || assetId == null
        ? all
        : AssetScope.at(all.assets().stream().filter(assetId::equals).toList());
  }

  @Requires(Role.VIEWER)
  @GetMapping("/events/{id}")
  EventView get(@PathVariable long id, Caller caller) {
    return EventView.of(visible(id, caller));
  }

  /** What an event is made of, the oldest first. */
  @Requires(Role.VIEWER)
  @GetMapping("/events/{id}/parts")
  List<EventView> parts(@PathVariable long id, Caller caller) {
    return events.parts(visible(id, caller).id()).stream()
        .filter(part -> sites.covers(caller, new AssetId(part.assetId())))
        .map(EventView::of)
        .toList();
  }

  private Event visible(long id, Caller caller) {
    return checks.find(id, caller).orElseThrow(() -> Refusal.notFound("Event " + id));
  }
}
