package io.kunan.platform.alarms.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.kernel.TagId;
import io.kunan.platform.alarms.Alarm;
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
import java.util.List;
import java.util.function.Predicate;
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
  private static final int NEWEST = 5_000;

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
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Paging paging = new Paging(page, size);
    List<Alarm> found =
        switch (state) {
          case "open" -> alarms.listOpen();
          case "all" -> alarms.listAll(NEWEST);
          default ->
              throw new InputException(
                  "state", "“%s” is not known".formatted(state), "open or all");
        };
    Predicate<Alarm> wanted =
        alarm ->
            (priority == null || alarm.rule().priority() == priority)
                && (assetId == null || isWithin(alarm, assetId))
                && sites.covers(caller, new AssetId(alarm.assetId()));
    return Listing.cut(found.stream().filter(wanted).map(this::view).toList(), paging);
  }

  private boolean isWithin(Alarm alarm, int assetId) {
    return assetId > 0
        && assets.tree().isWithin(new AssetId(alarm.assetId()), new AssetId(assetId));
  }

  @Requires(Role.VIEWER)
  @GetMapping("/counts")
  StatusSource.Alarms counts(Caller caller) {
    return alarms.counts(caller);
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

  private void visible(long id, Caller caller) {
    if (alarms
        .find(id)
        .filter(alarm -> sites.covers(caller, new AssetId(alarm.assetId())))
        .isEmpty()) {
      throw Refusal.notFound("Alarm " + id);
    }
  }

  private AlarmView view(Alarm alarm) {
    return AlarmView.of(alarm, assets.tags().find(new TagId(alarm.tagId())));
  }
}
