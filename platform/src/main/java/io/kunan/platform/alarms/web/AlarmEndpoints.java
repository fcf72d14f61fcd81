package io.kunan.platform.alarms.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.platform.alarms.Alarm;
import io.kunan.platform.alarms.AlarmQuery;
import io.kunan.platform.alarms.AlarmView;
import io.kunan.platform.alarms.Alarms;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.live.StatusSource;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Alarms: read, acknowledge, shelve. */
@RestController
@RequestMapping("/api/alarms")
@Requires(Role.OPERATOR)
class AlarmEndpoints {
  private final Alarms alarms;
  private final Assets assets;
  private final SiteAccess sites;

  AlarmEndpoints(Alarms alarms, Assets assets, SiteAccess sites) {
    this.alarms = alarms;
    this.assets = assets;
    this.sites = sites;
  }

  record AcknowledgeRequest(@Nullable @Size(max = 500) String comment) {}

  record AcknowledgeManyRequest(@NotEmpty @Size(max = 1000) List<Long> ids) {}

  record ShelveRequest(int minutes, @NotBlank @Size(max = 500) String reason) {}

  @Requires(Role.VIEWER)
  @GetMapping
  Listing<AlarmView> list(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(required = false) @Nullable Integer assetId,
      @RequestParam(required = false) @Nullable Integer priority,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Paging paging = new Paging(page, size);
    boolean open =
        switch (state) {
          case "open" -> true;
          case "all" -> false;
          default ->
              throw new InputException(
                  "state", "“%s” is not known".formatted(state), "open or all");
        };
    AlarmQuery query =
        new AlarmQuery(
            open, sites.scope(caller, assetId), priority, from, to, paging.page(), paging.size());
    return new Listing<>(alarms.list(query).stream().map(this::view).toList(), alarms.count(query));
  }

  @Requires(Role.VIEWER)
  @GetMapping("/counts")
  StatusSource.Alarms counts(Caller caller) {
    return alarms.counts(caller);
  }

  @Requires(Role.VIEWER)
  @GetMapping("/{id}")
  AlarmView get(@PathVariable long id, Caller caller) {
    return view(visible(id, caller));
  }

  @PostMapping("/{id}/acknowledge")
  AlarmView acknowledge(
      @PathVariable long id, @Valid @RequestBody AcknowledgeRequest body, Caller caller) {
    visible(id, caller);
    return view(alarms.acknowledge(id, caller.username(), body.comment()));
  }

  @PostMapping("/acknowledge")
  List<AlarmView> acknowledge(@Valid @RequestBody AcknowledgeManyRequest body, Caller caller) {
    body.ids().forEach(id -> visible(id, caller));
    return body.ids().stream()
        .map(id -> view(alarms.acknowledge(id, caller.username(), null)))
        .toList();
  }

  @PostMapping("/{id}/shelve")
  AlarmView shelve(@PathVariable long id, @Valid @RequestBody ShelveRequest body, Caller caller) {
    visible(id, caller);
    Duration time = Duration.ofMinutes(body.minutes());
    return view(alarms.shelve(id, time, caller.username(), body.reason()));
  }

  @PostMapping("/{id}/unshelve")
  AlarmView unshelve(@PathVariable long id, Caller caller) {
    visible(id, caller);
    return view(alarms.unshelve(id));
  }

  private Alarm visible(long id, Caller caller) {
    return alarms
        .find(id)
        .filter(alarm -> sites.covers(caller, new AssetId(alarm.assetId())))
        .orElseThrow(() -> Refusal.notFound("Alarm " + id));
  }

  private AlarmView view(Alarm alarm) {
    return AlarmView.of(alarm, assets.tags().find(new TagId(alarm.tagId())));
  }
}
