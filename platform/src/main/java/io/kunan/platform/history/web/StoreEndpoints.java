package io.kunan.platform.history.web;

import io.kunan.engine.history.History;
import io.kunan.engine.history.StoreFigures;
import io.kunan.platform.history.internal.RetentionBook;
import io.kunan.platform.history.internal.RetentionBook.Kept;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The store itself: its size, and how long it keeps what. It is one for all sites, so that those
 * confined to some see of it what their tags name, and change nothing.
 */
@RestController
@RequestMapping("/api/history")
@Requires(Role.VIEWER)
class StoreEndpoints {
  private final History history;
  private final RetentionBook retention;

  StoreEndpoints(History history, RetentionBook retention) {
    this.history = history;
    this.retention = retention;
  }

  /**
   * Limits of a class.
   *
   * @param pointDays null keeps points for ever
   * @param rollupDays null keeps roll-ups for ever
   */
  record RetentionRequest(@Nullable Integer pointDays, @Nullable Integer rollupDays) {}

  @GetMapping("/figures")
  StoreFigures figures(Caller caller) {
    caller.requireAllSites();
    return history.maintenance().figures();
  }

  @GetMapping("/retention")
  List<Kept> retention(Caller caller) {
    return retention.list(caller);
  }

  @Requires(Role.ADMIN)
  @PutMapping("/retention/{name}")
  List<Kept> set(
      @PathVariable String name, @Valid @RequestBody RetentionRequest body, Caller caller) {
    caller.requireAllSites();
    retention.set(name, body.pointDays(), body.rollupDays());
    return retention.list(caller);
  }
}
