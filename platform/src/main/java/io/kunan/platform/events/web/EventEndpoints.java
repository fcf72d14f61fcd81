package io.kunan.platform.events.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.Text;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.audit.AuditTrail;
import io.kunan.platform.events.Event;
import io.kunan.platform.events.EventQuery;
import io.kunan.platform.events.EventType;
import io.kunan.platform.events.EventView;
import io.kunan.platform.events.Events;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened, and a way for people to say so. */
@RestController
@RequestMapping("/api")
class EventEndpoints {
  private final Events events;
  private final List<EventType> types;
  private final Assets assets;
  private final SiteAccess sites;
  private final AuditTrail audit;

  EventEndpoints(
      Events events, List<EventType> types, Assets assets, SiteAccess sites, AuditTrail audit) {
    this.events = events;
    this.types = types.stream().sorted(Comparator.comparing(EventType::code)).toList();
    this.assets = assets;
    this.sites = sites;
    this.audit = audit;
  }

  record EventTypeView(String code, String zh, String en) {}

  record NewEventRequest(
      int assetId,
      @NotBlank String type,
      @NotNull Instant start,
      @Nullable Instant end,
      @NotNull Text title,
      @Nullable Map<String, String> attributes) {}

  @Requires(Role.VIEWER)
  @GetMapping("/event-types")
  List<EventTypeView> types() {
    return types.stream()
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
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Paging paging = new Paging(page, size);
    List<Integer> wanted = assetsOf(assetId, subtree, caller);
    if (wanted.isEmpty() && (assetId != null || !caller.sites().isEmpty())) {
      return new Listing<>(List.of(), 0);
    }
    EventQuery query = new EventQuery(wanted, type, from, to, paging.page(), paging.size());
    return new Listing<>(
        events.list(query).stream().map(EventView::of).toList(), events.count(query));
  }

  /** The assets whose events are wanted and allowed; empty for all of the installation. */
  private List<Integer> assetsOf(@Nullable Integer assetId, boolean subtree, Caller caller) {
    if (assetId == null && caller.sites().isEmpty()) {
      return List.of();
    }
    var tree = assets.tree();
    var found =
        assetId == null
            ? tree.list().stream().map(asset -> asset.id()).toList()
            : subtree
                ? List.copyOf(tree.subtree(tree.get(id(assetId)).id()))
                : List.of(tree.get(id(assetId)).id());
    return found.stream().filter(asset -> sites.covers(caller, asset)).map(AssetId::value).toList();
  }

  private static AssetId id(int assetId) {
    if (assetId <= 0) {
      throw new InputException("assetId", assetId + " is no asset", "give a positive number");
    }
    return new AssetId(assetId);
  }

  @Requires(Role.OPERATOR)
  @PostMapping("/events")
  @Transactional
  public EventView add(@Valid @RequestBody NewEventRequest request, Caller caller) {
    sites.asset(caller, id(request.assetId()));
    if (request.end() != null && request.end().isBefore(request.start())) {
      throw new InputException("end", "lies before the start", "swap them");
    }
    Event stored =
        events.put(
            new Event(
                0,
                request.assetId(),
                request.type(),
                "person:" + UUID.randomUUID(),
                request.start(),
                request.end(),
                null,
                request.title().zh(),
                request.title().en(),
                Objects.requireNonNullElse(request.attributes(), Map.of())));
    audit.record("EVENT_CREATED", "event " + stored.id(), stored);
    return EventView.of(stored);
  }
}
