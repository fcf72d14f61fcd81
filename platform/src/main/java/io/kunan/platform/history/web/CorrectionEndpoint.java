package io.kunan.platform.history.web;

import io.kunan.engine.history.Correction;
import io.kunan.engine.history.History;
import io.kunan.engine.history.Point;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Listing;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was replaced in the history: by whom, when, why, and what stood there before. */
@RestController
@RequestMapping("/api/history")
class CorrectionEndpoint {
  private static final int MOST = 1_000;

  private final History history;
  private final SiteAccess sites;

  CorrectionEndpoint(History history, SiteAccess sites) {
    this.history = history;
    this.sites = sites;
  }

  record CorrectionsRequest(
      @NotEmpty @Size(max = 64) List<Integer> tags,
      @NotNull Instant from,
      @NotNull Instant to,
      @Nullable String unit) {}

  /**
   * A point that was replaced.
   *
   * @param unit of both values; null for pure numbers and states
   * @param time of the point, milliseconds since 1970 UTC
   * @param oldValue NaN, null on the wire, where the measurement was bad
   * @param newValue what counts from then on; NaN, null on the wire, where it is bad
   * @param at when the replacement arrived
   * @param who who made it; empty when it simply arrived as data
   * @param why the reason given; empty when it simply arrived as data
   */
  record CorrectionView(
      int tag,
      @Nullable String unit,
      double time,
      @Schema(types = {"number", "null"}) double oldValue,
      int oldQuality,
      @Schema(types = {"number", "null"}) double newValue,
      int newQuality,
      Instant at,
      String who,
      String why) {}

  /** The newest 1,000 of points inside a range, and how many there are in all. */
  @Requires(Role.VIEWER)
  @PostMapping("/corrections")
  Listing<CorrectionView> list(@Valid @RequestBody CorrectionsRequest request, Caller caller) {
    Map<TagId, Tag> tags = new LinkedHashMap<>();
    sites.tags(caller, request.tags()).forEach(tag -> tags.put(tag.id(), tag));
    AskedUnit wish = new AskedUnit(request.unit());
    wish.check(tags.values());
    TimeRange range = Spans.range(request.from(), request.to());
    Comparator<Correction> byArrival =
        Comparator.comparingLong(Correction::at).thenComparingLong(Correction::time);
    PriorityQueue<Correction> newest = new PriorityQueue<>(byArrival);
    long[] total = {0};
    history.corrections(
        List.copyOf(tags.keySet()),
        range,
        correction -> {
          total[0]++;
          newest.add(correction);
          if (newest.size() > MOST) {
            newest.remove();
          }
        });
    List<CorrectionView> shown =
        newest.stream()
            .sorted(byArrival.reversed())
            .map(one -> view(one, Objects.requireNonNull(tags.get(one.tag())), wish))
            .toList();
    return new Listing<>(shown, total[0]);
  }

  private static CorrectionView view(Correction one, Tag tag, AskedUnit wish) {
    String unit = wish.of(tag);
    DoubleUnaryOperator conversion = wish.conversion(tag);
    return new CorrectionView(
        tag.id().value(),
        unit.isEmpty() ? null : unit,
        one.time() / 1_000.0,
        value(one.oldValue(), one.oldQuality(), conversion),
        one.oldQuality() & 0xFFFF,
        value(one.newValue(), one.newQuality(), conversion),
        one.newQuality() & 0xFFFF,
        Micros.toInstant(one.at()),
        one.who(),
        one.why());
  }

  private static double value(double value, short quality, DoubleUnaryOperator conversion) {
    return Point.isUsable(value, quality) ? conversion.applyAsDouble(value) : Double.NaN;
  }
}
