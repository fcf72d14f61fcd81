package io.kunan.platform.history.web;

import io.kunan.engine.history.BucketSeries;
import io.kunan.engine.history.Buckets;
import io.kunan.engine.history.History;
import io.kunan.engine.history.PlotSeries;
import io.kunan.engine.history.Point;
import io.kunan.engine.history.Statistic;
import io.kunan.kernel.Micros;
import io.kunan.kernel.TagId;
import io.kunan.kernel.TimeRange;
import io.kunan.platform.assets.SiteAccess;
import io.kunan.platform.assets.Tag;
import io.kunan.platform.history.web.HistoryRequests.AtRequest;
import io.kunan.platform.history.web.HistoryRequests.BucketsAnswer;
import io.kunan.platform.history.web.HistoryRequests.BucketsRequest;
import io.kunan.platform.history.web.HistoryRequests.PlotAnswer;
import io.kunan.platform.history.web.HistoryRequests.PlotLine;
import io.kunan.platform.history.web.HistoryRequests.PlotRequest;
import io.kunan.platform.history.web.HistoryRequests.StatisticsRequest;
import io.kunan.platform.history.web.HistoryRequests.TagFigures;
import io.kunan.platform.history.web.HistoryRequests.ValueAtInstant;
import io.kunan.platform.web.Caller;
import io.kunan.platform.web.Requires;
import io.kunan.platform.web.Role;
import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Questions to the history. Reduced on the server: a line never has more than 4 points a pixel. */
@RestController
@RequestMapping("/api/history")
@Requires(Role.VIEWER)
class HistoryEndpoints {
  private final History history;
  private final SiteAccess sites;

  HistoryEndpoints(History history, SiteAccess sites) {
    this.history = history;
    this.sites = sites;
  }

  @PostMapping("/plot")
  PlotAnswer plot(@Valid @RequestBody PlotRequest request, Caller caller) {
    Asked asked = asked(request.tags(), request.unit(), caller);
    TimeRange range = Spans.range(request.from(), request.to());
    long begun = System.nanoTime();
    List<PlotSeries> series = history.plot(asked.ids(), range, request.pixels());
    double millis = (System.nanoTime() - begun) / 1e6;
    List<PlotLine> lines =
        series.stream().map(one -> line(one.in(asked.conversion(one.tag())), asked)).toList();
    long returned = lines.stream().mapToLong(line -> line.t().length).sum();
    long scanned = series.stream().mapToLong(one -> span(one, range)).sum();
    return new PlotAnswer(
        request.from(), request.to(), lines, Math.max(scanned, returned), returned, millis);
  }

  /** Points a line stands for: counted where they were read, minutes where roll-ups were. */
  private long span(PlotSeries series, TimeRange range) {
    if (!series.isFromRollups()) {
      return series.size();
    }
    return history
        .span(series.tag())
        .filter(known -> known.overlaps(range))
        .map(
            known ->
                (Math.min(known.to(), range.to()) - Math.max(known.from(), range.from()))
                    / Micros.PER_MINUTE)
        .orElse(0L);
  }

  @PostMapping("/statistics")
  List<TagFigures> statistics(@Valid @RequestBody StatisticsRequest request, Caller caller) {
    Asked asked = asked(request.tags(), request.unit(), caller);
    TimeRange range = Spans.range(request.from(), request.to());
    if (range.isEmpty()) {
      return List.of();
    }
    Buckets whole = Buckets.every(java.time.Duration.between(request.from(), request.to()), range);
    return history.statistics(asked.ids(), whole).stream()
        .map(series -> figures(series.in(asked.conversion(series.tag())), asked))
        .toList();
  }

  private static TagFigures figures(BucketSeries series, Asked asked) {
    double known = series.goodMicros(0) + (double) series.badMicros(0);
    return new TagFigures(
        series.tag().value(),
        asked.unit(series.tag()),
        series.count(0),
        series.value(Statistic.MIN, 0),
        series.value(Statistic.MAX, 0),
        series.value(Statistic.TIME_WEIGHTED, 0),
        series.value(Statistic.FIRST, 0),
        series.value(Statistic.LAST, 0),
        known == 0 ? Double.NaN : series.goodMicros(0) / known);
  }

  @PostMapping("/at")
  List<ValueAtInstant> at(@Valid @RequestBody AtRequest request, Caller caller) {
    Asked asked = asked(request.tags(), request.unit(), caller);
    long at = Micros.of(request.at());
    return history.at(asked.ids(), at).stream().map(point -> valueAt(point, at, asked)).toList();
  }

  private ValueAtInstant valueAt(Point point, long at, Asked asked) {
    long measured =
        history.last(List.of(point.tag())).stream()
            .filter(last -> last.time() <= at)
            .map(Point::time)
            .findFirst()
            .orElse(point.time());
    return new ValueAtInstant(
        point.tag().value(),
        asked.unit(point.tag()),
        measured / 1_000.0,
        point.isUsable() ? asked.conversion(point.tag()).applyAsDouble(point.value()) : Double.NaN,
        point.quality() & 0xFFFF,
        Math.max(0, at - measured) / (double) Micros.PER_SECOND);
  }

  @PostMapping("/buckets")
  BucketsAnswer buckets(@Valid @RequestBody BucketsRequest request, Caller caller) {
    Asked asked = asked(request.tags(), request.unit(), caller);
    TimeRange range = Spans.range(request.from(), request.to());
    Buckets buckets = Buckets.every(Spans.length(request.every()), range);
    Statistic statistic = Spans.statistic(request.statistic());
    return new BucketsAnswer(
        history.statistics(asked.ids(), buckets).stream()
            .map(series -> line(series.in(asked.conversion(series.tag())), statistic, asked))
            .toList());
  }

  /** The tags of a question, each of which the person may see, and the unit of the answer. */
  private record Asked(Map<TagId, Tag> tags, AskedUnit wish) {
    List<TagId> ids() {
      return List.copyOf(tags.keySet());
    }

    /** Null for pure numbers and states. */
    @Nullable String unit(TagId tag) {
      String unit = wish.of(get(tag));
      return unit.isEmpty() ? null : unit;
    }

    DoubleUnaryOperator conversion(TagId tag) {
      return wish.conversion(get(tag));
    }

    private Tag get(TagId tag) {
      return Objects.requireNonNull(tags.get(tag));
    }
  }

  private Asked asked(List<Integer> numbers, @Nullable String unit, Caller caller) {
    Map<TagId, Tag> tags = new LinkedHashMap<>();
    sites.tags(caller, numbers).forEach(tag -> tags.put(tag.id(), tag));
    AskedUnit wish = new AskedUnit(unit);
    wish.check(tags.values());
    return new Asked(tags, wish);
  }

  private static PlotLine line(PlotSeries series, Asked asked) {
    double[] times = new double[series.size()];
    double[] values = new double[series.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = series.time(i) / 1_000.0;
      values[i] = series.value(i);
    }
    return new PlotLine(series.tag().value(), asked.unit(series.tag()), times, values);
  }

  private static PlotLine line(BucketSeries series, Statistic statistic, Asked asked) {
    double[] times = new double[series.size()];
    double[] values = new double[series.size()];
    for (int i = 0; i < times.length; i++) {
      times[i] = series.start(i) / 1_000.0;
      values[i] = series.value(statistic, i);
    }
    return new PlotLine(series.tag().value(), asked.unit(series.tag()), times, values);
  }
}
