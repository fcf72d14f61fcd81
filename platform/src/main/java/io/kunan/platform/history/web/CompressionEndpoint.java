package io.kunan.platform.history.web;

import io.kunan.engine.history.Compression;
import io.kunan.engine.history.Compression.Gate;
import io.kunan.engine.history.CompressionReport;
import io.kunan.engine.history.History;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.assets.TagTraits;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a compression would keep of a tag, asked before it is switched on. */
@RestController
@RequestMapping("/api/history")
class CompressionEndpoint {
  private static final Duration WEEK = Duration.ofDays(7);

  private final History history;
  private final SiteAccess sites;
  private final Clock clock;

  CompressionEndpoint(History history, SiteAccess sites, Clock clock) {
    this.history = history;
    this.sites = sites;
    this.clock = clock;
  }

  record CompressionRequest(
      @NotNull Integer tag,
      @NotNull Double exceptionDeviation,
      @NotNull Double doorDeviation,
      @NotNull Double longestSeconds) {
    TagTraits.Compression rule() {
      return new TagTraits.Compression(
          exceptionDeviation, doorDeviation, Duration.ofNanos(Math.round(longestSeconds * 1e9)));
    }
  }

  /**
   * What would have been kept.
   *
   * @param points in the history of the range
   * @param passed of these by the exception test
   * @param kept of these by the door
   * @param maxError greatest distance of a point from what a trend would draw, in the tag's unit
   */
  record CompressionAnswer(
      Instant from, Instant to, long points, long passed, long kept, double maxError) {}

  /** The last week, as it is stored. */
  @Requires(Role.ENGINEER)
  @PostMapping("/compression")
  CompressionAnswer simulate(@Valid @RequestBody CompressionRequest request, Caller caller) {
    Tag tag = sites.tags(caller, List.of(request.tag())).getFirst();
    TagTraits.Compression rule = request.rule();
    Instant to = clock.instant();
    Instant from = to.minus(WEEK);
    CompressionReport report =
        new Compression(
                Gate.of(rule.exceptionDeviation(), rule.longest()),
                Gate.of(rule.doorDeviation(), rule.longest()),
                tag.traits().step())
            .simulate(history, tag.id(), TimeRange.of(from, to));
    return new CompressionAnswer(
        from, to, report.points(), report.passed(), report.kept(), report.maxError());
  }
}
