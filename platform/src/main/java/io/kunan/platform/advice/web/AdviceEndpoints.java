package io.kunan.platform.advice.web;

import io.kunan.kernel.AssetId;
import io.kunan.kernel.InputException;
import io.kunan.platform.advice.Advice;
import io.kunan.platform.advice.AdviceBook;
import io.kunan.platform.advice.AdviceQuery;
import io.kunan.platform.advice.AdviceState;
import io.kunan.platform.advice.AdviceView;
import io.kunan.platform.assets.Assets;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Paging;
import io.kunan.platform.web.Refusal;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Advice: read and decide. Accepting writes nothing to a plant; a person carries it out. */
@RestController
@RequestMapping("/api/advice")
@Requires(Role.OPERATOR)
class AdviceEndpoints {
  /** Enough for every pot of a group; filtered by site and subtree in memory. */
  private static final int MOST = 5_000;

  private final AdviceBook book;
  private final Assets assets;
  private final SiteAccess sites;

  AdviceEndpoints(AdviceBook book, Assets assets, SiteAccess sites) {
    this.book = book;
    this.assets = assets;
    this.sites = sites;
  }

  record AcceptRequest(@Nullable @Size(max = 500) String comment) {}

  record RejectRequest(@NotBlank @Size(max = 500) String reason) {}

  @Requires(Role.VIEWER)
  @GetMapping
  Listing<AdviceView> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Integer assetId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "50") int size,
      Caller caller) {
    Paging paging = new Paging(page, size);
    AdviceQuery query =
        new AdviceQuery(
            state(state), sites.scope(caller, assetId), from, to, paging.page(), paging.size());
    return new Listing<>(book.list(query).stream().map(AdviceView::of).toList(), book.count(query));
  }

  /** What came of evaluated advice, one score for each kind. */
  @Requires(Role.VIEWER)
  @GetMapping("/scores")
  List<AdviceScore> scores(
      @RequestParam(required = false) @Nullable Integer assetId, Caller caller) {
    return book.list(AdviceState.EVALUATED, null, 0, MOST).stream()
        .filter(advice -> isVisible(advice, caller) && isWithin(advice, assetId))
        .collect(Collectors.groupingBy(Advice::kind, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(AdviceScore::of)
        .toList();
  }

  private boolean isWithin(Advice advice, @Nullable Integer assetId) {
    return assetId == null
        || (assetId > 0
            && assets.tree().isWithin(new AssetId(advice.assetId()), new AssetId(assetId)));
  }

  private static @Nullable AdviceState state(@Nullable String name) {
    if (name == null) {
      return null;
    }
    try {
      return AdviceState.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "state",
          "“%s” is not known".formatted(name),
          "use PROPOSED, ACCEPTED, REJECTED, EXPIRED or EVALUATED",
          e);
    }
  }

  @Requires(Role.VIEWER)
  @GetMapping("/{id}")
  AdviceView get(@PathVariable long id, Caller caller) {
    return AdviceView.of(visible(id, caller));
  }

  @PostMapping("/{id}/accept")
  AdviceView accept(@PathVariable long id, @Valid @RequestBody AcceptRequest body, Caller caller) {
    visible(id, caller);
    return AdviceView.of(book.accept(id, caller.username(), body.comment()));
  }

  @PostMapping("/{id}/reject")
  AdviceView reject(@PathVariable long id, @Valid @RequestBody RejectRequest body, Caller caller) {
    visible(id, caller);
    return AdviceView.of(book.reject(id, caller.username(), body.reason()));
  }

  private Advice visible(long id, Caller caller) {
    return book.find(id)
        .filter(advice -> isVisible(advice, caller))
        .orElseThrow(() -> Refusal.notFound("Advice " + id));
  }

  private boolean isVisible(Advice advice, Caller caller) {
    return sites.covers(caller, new AssetId(advice.assetId()));
  }
}
